"""What to say when the curriculum changed."""

from planner.core.curriculum_news import News
from planner.core.wording.titles import counted


def news_text(news: News) -> str:
    """Return what changed in a sentence; nothing where nothing did."""
    if news.is_empty:
        return ""
    found = [f"{news.new} new", f"{news.renamed} renamed"]
    if news.gone:
        found.append(f"{news.gone} gone")
    text = f"The curriculum changed: {', '.join(found)}, {counted(news.lost, 'tick')} lost."
    if news.kept:
        verb = "is" if news.kept == 1 else "are"
        text += f" {counted(news.kept, 'tick')} of what is gone {verb} kept."
    return text
