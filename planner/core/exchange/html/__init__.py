"""The plan as one web page that needs nothing else."""

from planner.core.exchange.html.plan import plan_html

__all__ = ["plan_html"]
