"""Modules that are loaded when something of them is first asked for.

`up` holds every module of the house in memory, ready for the first reader. A few libraries are large and asked for
seldom, by one process of four or by none: each of these waits until then, and is imported like any other.
"""

import sys
import threading
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


def put_off(*names: str) -> None:
    """Let `import` of these modules load nothing yet. A module that is loaded already stays as it is.

    Only for modules that are imported whole, and no part of them before them: `from name import something` asks for
    something at once. (importlib's own LazyLoader shows a module that one thread is loading half done to the others.)
    """
    for name in names:
        spec = None if name in sys.modules else find_spec(name)
        if spec is None:
            continue
        sys.modules[name] = module = module_from_spec(spec)
        module.__class__ = _Later
        above, _, own = name.rpartition(".")
        if above:
            setattr(sys.modules[above], own, module)


_lock = threading.RLock()
_loading: set[str] = set()


class _Later(ModuleType):
    """A module whose own text has not been run. What the import system wrote into it (`__spec__`) is there."""

    def __getattribute__(self, name: str) -> Any:
        kept = super().__getattribute__
        if name.startswith("__") and (name == "__class__" or name in kept("__dict__")):
            return kept(name)
        spec: ModuleSpec = kept("__spec__")
        with _lock:
            if type(self) is _Later and spec.name not in _loading:
                _load(self, spec)
        return getattr(self, name) if type(self) is not _Later else kept(name)


def _load(module: ModuleType, spec: ModuleSpec) -> None:
    _loading.add(spec.name)
    try:
        if spec.loader is not None:
            spec.loader.exec_module(module)
        module.__class__ = ModuleType
    finally:
        _loading.discard(spec.name)
