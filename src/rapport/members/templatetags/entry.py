"""One tag: allauth's page inside our shell."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string

register = template.Library()


class Dressed(template.Node):
    """Renders a page's title and its main column as a page of ours."""

    def __init__(self, title: NodeList, inside: NodeList) -> None:
        self.title, self.inside = title, inside

    def render(self, context: template.Context) -> str:
        page = {"page_title": self.title.render(context).strip(), "content": self.inside.render(context)}
        return render_to_string("members/entry.html", page, context["request"])


@register.tag
def dressed(parser: Parser, token: Token) -> Dressed:
    """{% dressed %} the title {% titled %} the page {% enddressed %}"""
    title = parser.parse(("titled",))
    parser.delete_first_token()
    inside = parser.parse(("enddressed",))
    parser.delete_first_token()
    return Dressed(title, inside)
