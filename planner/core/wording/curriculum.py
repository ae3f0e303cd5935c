"""What to say when the curriculum changed."""

from functools import partial

from planner.core.curriculum_news import News
from planner.core.language import translate

_tr = partial(translate, "CurriculumNews")


def news_text(news: News) -> str:
    """Return what changed in a sentence; nothing where nothing did."""
    if news.is_empty:
        return ""
    found = [_tr("%n new", n=news.new), _tr("%n renamed", n=news.renamed)]
    if news.gone:
        found.append(_tr("%n gone", n=news.gone))
    changes = ", ".join(found)
    text = _tr("The curriculum changed: {changes}, %n tick(s) lost.", n=news.lost, changes=changes)
    if not news.kept:
        return text
    return f"{text} {_tr('%n tick(s) of what is gone (is|are) kept.', n=news.kept)}"
