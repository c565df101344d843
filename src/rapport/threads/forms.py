"""What can be typed to somebody."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.talk.forms import Prose
from rapport.threads.models import LONGEST


class MessageForm(forms.Form):
    body = Prose(label=_("Your message"), longest=LONGEST, rows=4)
