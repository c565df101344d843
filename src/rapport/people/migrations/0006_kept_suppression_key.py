"""Books with digests of this hub's key keep that key."""

import hmac

from django.conf import settings
from django.db import migrations


def keep(apps, schema_editor):
    books = apps.get_model("people", "Book").objects.filter(suppression_key="")
    for book in books.filter(pk__in=apps.get_model("people", "Suppression").objects.values("book")):
        made = hmac.digest(settings.SECRET_KEY.encode(), f"suppression:{book.pk}".encode(), "sha256")
        book.suppression_key = made.hex()
        book.save(update_fields=["suppression_key"])


class Migration(migrations.Migration):
    dependencies = [("people", "0005_rejudged")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
