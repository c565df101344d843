from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0002_cadence"),
    ]

    operations = [
        migrations.AddField(
            model_name="promise",
            name="is_follow_up",
            field=models.BooleanField(default=False),
        ),
    ]
