"""Around every migration: the watch over what pages show is lifted before, and set again after."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class KitConfig(AppConfig):
    name = "rapport.kit"

    def ready(self) -> None:
        watching = import_module("rapport.kit.watching")  # models are known only now
        pre_migrate.connect(watching.before_migrating, sender=self)
        post_migrate.connect(watching.after_migrating, sender=self)
