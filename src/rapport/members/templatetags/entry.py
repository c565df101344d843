"""One tag: allauth's page inside our shell."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string

register = template.Library()


class Dressed(template.Node):
    """Renders what it encloses as the main column of a page of ours."""

    def __init__(self, inside: NodeList) -> None:
        self.inside = inside

    def render(self, context: template.Context) -> str:
        inner = self.inside.render(context)
        title = context.render_context.get("entry_title") or ""
        return render_to_string("members/entry.html", {"content": inner, "page_title": title}, context["request"])


@register.tag
def dressed(parser: Parser, token: Token) -> Dressed:
    inside = parser.parse(("enddressed",))
    parser.delete_first_token()
    return Dressed(inside)
