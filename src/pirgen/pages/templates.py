"""Where templates come from: the site's own folder first, then the built-in one. The only user of Jinja."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from types import BuiltinFunctionType, FunctionType
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    meta,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from pirgen.cache import digest
from pirgen.errors import PirgenError

__all__ = ["QuickContext", "TemplateProblem", "Templates", "builtin_folder", "drawing_styles"]

_PACKAGE = Path(__file__).resolve().parents[1]


class TemplateProblem(PirgenError):  # noqa: N818 - named for what a reader sees, like Diagnostic
    """A template that cannot be used: ``file`` and ``line`` say where, if anyone knows."""

    def __init__(self, message: str, file: str = "", line: int = 0) -> None:
        place = f"{file}:{line}: " if file and line else f"{file}: " if file else ""
        super().__init__(f"{place}{message}")
        self.file = file
        self.line = line


def builtin_folder() -> Path:
    """The templates that pirgen brings: inside the installed package, else at the top of the checkout."""
    packaged = _PACKAGE / "templates"
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / "templates"


def drawing_styles() -> str:
    """The stylesheets of drawings, for those that leave the site."""
    assets = builtin_folder() / "assets"
    return "".join((assets / name).read_text(encoding="utf-8") for name in ("diagrams.css", "fault-tree.css"))


class _Compiled(BytecodeCache):
    """What this process has compiled, so that a server's next build need not compile it again."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known; Jinja compares it with the source."""
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._codes[bucket.key] = bucket.bytecode_to_string()


_COMPILED = {False: _Compiled(), True: _Compiled()}
"""Without and with a sandbox, where templates are compiled into something else."""


class _Generator(CodeGenerator):
    """Has templates print by ``printed``, which is quick where nothing is to be escaped."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)


class QuickContext(Context):
    """Calls macros and functions without asking each of them again what it wants of the context."""

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """What Jinja's own does, in a third of the time."""
        kind = __obj.__class__
        if kind is Macro:
            args = (__self.eval_ctx, *args)
        elif kind not in _FUNCTIONS or hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        try:
            return __obj(*args, **kwargs)
        except StopIteration:
            return __self.environment.undefined("value was undefined because a callable raised StopIteration")


_FUNCTIONS = frozenset((FunctionType, BuiltinFunctionType, partial))

_find_special = re.compile("[&<>'\"]").search


def _printed(value: Any) -> str:
    """What ``markupsafe.escape`` makes of a value, which copies each two times."""
    kind = value.__class__
    if kind is Markup or (kind is str and not _find_special(value)):
        text: str = value
        return text
    return escape(value)


class _Environment(Environment):
    code_generator_class = _Generator
    context_class = QuickContext
    printed = staticmethod(_printed)


class _SandboxedEnvironment(SandboxedEnvironment):
    code_generator_class = _Generator
    context_class = QuickContext
    printed = staticmethod(_printed)


@dataclass(frozen=True)
class TemplateFamily:
    """A template with all that it extends, includes and imports: a digest of their texts, and their names."""

    digest: str
    names: frozenset[str]


class Templates:
    """The templates of a site. An override may extend what it replaces as ``builtin:NAME``."""

    def __init__(
        self,
        own: Path | None,
        filters: Mapping[str, Callable[..., Any]],
        tests: Mapping[str, Callable[..., bool]],
        sandboxed: bool = False,
    ) -> None:
        builtin = FileSystemLoader(builtin_folder())
        loaders: list[BaseLoader] = [builtin, PrefixLoader({"builtin": builtin}, delimiter=":")]
        if own:
            loaders.insert(0, FileSystemLoader(own))
        self._folders = (builtin_folder(), *([own] if own else []))
        self._is_sandboxed = sandboxed
        kind = _SandboxedEnvironment if sandboxed else _Environment
        self._environment = kind(
            loader=ChoiceLoader(loaders),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=_COMPILED[sandboxed],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(filters)
        self._environment.tests.update(tests)

    @cache  # noqa: B019 - as long as the site is made
    def family(self, template: str) -> TemplateFamily | None:
        """What belongs to a template; None where it chooses others only when it is filled."""
        sources: dict[str, str] = {}
        names: set[str] = set()
        waiting = [template]
        try:
            while waiting:
                name = waiting.pop()
                if name in sources:
                    continue
                assert self._environment.loader
                sources[name] = self._environment.loader.get_source(self._environment, name)[0]
                tree = self._environment.parse(sources[name])
                names |= meta.find_undeclared_variables(tree)
                for other in meta.find_referenced_templates(tree):
                    if other is None:
                        return None
                    waiting.append(other)
        except TemplateError:
            return None
        parts = [part for pair in sorted(sources.items()) for part in pair]
        return TemplateFamily(digest(str(self._is_sandboxed), *parts), frozenset(names))

    @cached_property
    def digest(self) -> str:
        """Of all files that a template may be made from."""
        files = [
            (str(path.relative_to(folder)), path) for folder in self._folders for path in folder.rglob("*")
        ]
        known = [(name, path.read_bytes()) for name, path in files if path.is_file()]
        return digest(str(self._is_sandboxed), *(part for file in sorted(known) for part in file))

    def fill(self, template: str, values: Mapping[str, object]) -> str:
        """The template with the values in it; raises ``TemplateProblem`` where it cannot be filled."""
        try:
            return self._environment.get_template(template).render(values)
        except TemplateSyntaxError as error:
            raise TemplateProblem(error.message or "syntax error", _shown(error), error.lineno) from error
        except TemplateNotFound as error:
            raise TemplateProblem(f"there is no template {error.name!r}", *_place(error)) from error
        except TemplateError as error:
            raise TemplateProblem(str(error), *_place(error)) from error
        except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError) as error:
            file, line = _place(error)
            if not file:
                raise
            raise TemplateProblem(f"{type(error).__name__}: {error}", file, line) from error


def _shown(error: TemplateSyntaxError) -> str:
    return error.filename or error.name or ""


def _place(error: BaseException) -> tuple[str, int]:
    """The last line of a template that the error passed through; Jinja maps its frames to those."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".html"):
            return frame.filename, frame.lineno or 0
    return "", 0
