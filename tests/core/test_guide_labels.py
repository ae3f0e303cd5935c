"""The guide's labels stand in the curriculum word for word, each in its place and once."""

from collections.abc import Mapping, Sequence

import pytest

from planner.core.values import Level
from planner.resources import resource
from planner.storage.curriculum import load_curriculum

CURRICULUM = load_curriculum(resource("curriculum"))
L6, L7 = Level.L6, Level.L7

CRITERIA: Mapping[Level, Mapping[str, Sequence[str]]] = {
    L6: {
        "Technical Excellence": (
            "Solved all coding problems optimally",
            "Designed scalable, production-ready systems",
            "Demonstrated deep knowledge in 2-3 areas",
        ),
        "Leadership Evidence": (
            "Clear examples of team leadership",
            "Mentorship of senior engineers",
            "Cross-team collaboration success",
        ),
        "Delivery Track Record": (
            "Consistent delivery of complex projects",
            "Handled critical production issues",
            "Improved team productivity",
        ),
    },
    L7: {
        "Visionary Leadership": (
            "Set technical direction for organizations",
            "Influenced industry standards",
            "Created new business capabilities",
        ),
        "Organizational Impact": (
            "Transformed engineering culture",
            "Built platforms used by many teams",
            "Achieved step-function improvements",
        ),
        "Executive Presence": (
            "Influenced C-level decisions",
            "Represented engineering externally",
            "Drove $100M+ initiatives",
        ),
    },
}
FAILURES: Mapping[Level, Mapping[str, Sequence[str]]] = {
    L6: {
        "Technical Gaps": (
            "Couldn't code efficiently under pressure",
            "System designs lacked production considerations",
            "Shallow understanding of distributed systems",
        ),
        "Leadership Concerns": (
            "Examples showed IC work, not management",
            "Couldn't articulate team building approach",
            "Limited cross-team influence",
        ),
    },
    L7: {
        "Scope Limitations": (
            "Thinking at team level, not organization",
            "Tactical focus vs strategic vision",
            "Limited influence beyond direct reports",
        ),
        "Technical Depth": (
            "Couldn't go deep when challenged",
            "Outdated technical knowledge",
            "No innovation or thought leadership",
        ),
    },
}
SKILLS: Mapping[Level, Mapping[str, Sequence[str]]] = {
    L6: {
        "programming": ("Expert in 1 language", "Proficient in 2+"),
        "system_design": ("Distributed systems", "Microservices", "APIs"),
        "cloud": ("AWS services", "Cost optimization", "Security"),
        "data": ("SQL/NoSQL", "Analytics", "ML basics"),
        "operations": ("CI/CD", "Monitoring", "Incident response"),
    },
    L7: {
        "architecture": ("Enterprise patterns", "Platform design", "Tech strategy"),
        "innovation": ("Patents", "New methodologies", "Industry influence"),
        "breadth": ("Multiple domains", "Cross-functional", "Emerging tech"),
        "depth": ("Recognized expert", "Published work", "Speaking engagements"),
        "vision": ("3-5 year roadmaps", "Technology trends", "Strategic bets"),
    },
}
ITEMS: Mapping[str, Sequence[str]] = {
    "orientation": (
        "Assess Your Level",
        "Understand Competencies",
        "Learn the Principles",
        "Know the Process",
    ),
    "reading": (
        '"Staff Engineer" by Will Larson',
        '"An Elegant Puzzle" by Will Larson',
        '"The Manager\'s Path" by Camille Fournier',
        "Amazon's Leadership Principles deep dive",
        "AWS Well-Architected Framework",
    ),
    "key_technical": (
        "Advanced distributed systems",
        "Cloud architecture patterns",
        "Performance optimization",
        "Security best practices",
        "Cost optimization strategies",
    ),
    "key_leadership": (
        "Executive communication",
        "Strategic thinking",
        "Organizational design",
        "Change management",
        "Talent development",
    ),
}
DIFFERENTIATORS: Mapping[Level, Sequence[str]] = {
    L6: (
        "Technical Leadership: Deep expertise in specific technical domains",
        "Team Building: Growing and developing senior engineers",
        "Delivery Excellence: Consistent delivery of complex projects",
        "Cross-team Collaboration: Influencing 3-4 adjacent teams",
        "Operational Excellence: Maintaining high-performance systems",
    ),
    L7: (
        "Strategic Vision: Defining multi-year technical strategies",
        "Organizational Impact: Influencing entire divisions",
        "Innovation: Creating industry-leading solutions",
        "Executive Influence: Regular interaction with VPs/SVPs",
        "Talent Multiplication: Developing other senior leaders",
    ),
}
COVERS = (
    "Role Expectations: Clear distinctions between L6 and L7 responsibilities",
    "Technical Bar: The depth and breadth of technical knowledge required",
    "Leadership Integration: How technical and leadership skills combine",
    "Interview Structure: The specific format and evaluation criteria",
    "Success Factors: What separates successful candidates",
)
NEXT_STEPS = (
    "Assess Your Level: L6 vs L7 comparison",
    "Understand Competencies: Technical Competencies",
    "Learn the Principles: Leadership Principles",
    "Know the Process: Interview Process",
)
SCOPE = (
    ("Scope", "Multiple teams", "Organization"),
    ("Team Size", "10-25 engineers", "100+ engineers"),
    ("Business Impact", "$10M+ initiatives", "$100M+ initiatives"),
    ("Technical Depth", "Component expert", "Domain expert"),
)
LEADERSHIP = (
    (
        "People Leadership",
        "Manage managers, career development",
        "Develop senior leaders, succession planning",
    ),
    ("Technical Mentorship", "Guide senior engineers", "Influence principal engineers"),
    ("Stakeholder Management", "Work with directors", "Partner with VPs/SVPs"),
    ("Decision Making", "Component decisions", "Organizational decisions"),
    ("Communication", "Clear team communication", "Executive presentations"),
)
MATRIX = (
    ("Depth", "Component expert", "Domain authority"),
    ("Breadth", "Multiple technologies", "Cross-domain fluency"),
    ("Scale", "Millions of users", "Billions of users"),
    ("Innovation", "Optimize existing", "Create new paradigms"),
    ("Complexity", "Complicated systems", "Complex ecosystems"),
)
LADDER = (
    "L4: SDE I",
    "L5: SDE II",
    "L6: Senior Engineering Manager",
    "L7: Principal Engineering Manager",
    "L8: Senior Principal",
    "L10: Distinguished Engineer",
)
ROUNDS: Mapping[Level, Sequence[str]] = {
    L6: ("Phone Screen", "Coding Rounds", "System Design", "Behavioral", "Bar Raiser"),
    L7: (
        "Recruiter Call",
        "HM Screen",
        "Technical Screen",
        "Architecture Review",
        "Technical Strategy",
        "Leadership Case Studies",
        "Organizational Impact",
        "Bar Raiser",
        "Executive Discussion",
    ),
}
PRINCIPLES = (
    "Customer Obsession",
    "Ownership",
    "Invent and Simplify",
    "Are Right, A Lot",
    "Learn and Be Curious",
    "Hire and Develop the Best",
    "Insist on the Highest Standards",
    "Think Big",
    "Bias for Action",
    "Frugality",
    "Earn Trust",
    "Dive Deep",
    "Have Backbone; Disagree and Commit",
    "Deliver Results",
    "Strive to be Earth's Best Employer",
    "Success and Scale Bring Broad Responsibility",
)
CRITICAL: Mapping[Level, Sequence[str]] = {
    L6: (
        "Deliver Results - Consistent execution",
        "Ownership - End-to-end responsibility",
        "Dive Deep - Technical credibility",
        "Earn Trust - Team leadership",
        "Hire and Develop - Building teams",
    ),
    L7: (
        "Think Big - Organizational vision",
        "Invent and Simplify - Innovation at scale",
        "Are Right, A Lot - Strategic decisions",
        "Have Backbone - Influence up",
        "Success and Scale - Organizational growth",
    ),
}
STEPS: Mapping[Level, Sequence[str]] = {
    L6: ("Phone Screen", "Loop Day", "Hiring Decision"),
    L7: ("Recruiter Call", "HM Screen", "Technical Screen", "Loop Day", "Executive Review"),
}
LOOP_DAY: Mapping[Level, Sequence[str]] = {
    L6: (
        "Coding 1",
        "Coding 2",
        "System Design",
        "Behavioral 1",
        "Behavioral 2",
        "Bar Raiser",
    ),
    L7: ("Architecture", "Technical Strategy", "Leadership", "Organizational", "Bar Raiser"),
}
FOCUS = {
    L6: "Executing complex technical initiatives with excellence",
    L7: "Setting technical vision and organizational transformation",
}
HEADINGS = (
    "Understanding the Foundation",
    "What This Section Covers",
    "The Amazon Engineering Manager Ladder",
    "Impact Scope by Level",
    "Key Differentiators",
    "Primary Focus",
    "Core Competencies Framework",
    "Technical Competencies",
    "Leadership Competencies",
    "Interview Process Overview",
    "Evaluation Criteria",
    "Technical Assessment Matrix",
    "Leadership Principles Mapping",
    "Success Metrics",
    "Common Failure Points",
    "Preparation Resources",
    "Essential Reading",
    "Key Skills to Develop",
    "Technical Skills",
    "Leadership Skills",
    "Next Steps",
    "Pro Tip",
    "Level",
    "Competency",
    "Dimension",
)


def test_success_criteria() -> None:
    flat = [
        (level, family, label)
        for level, families in CRITERIA.items()
        for family, labels in families.items()
        for label in labels
    ]
    assert [(one.level, one.family, one.label) for one in CURRICULUM.criteria] == flat


def test_failure_points() -> None:
    flat = [
        (level, family, label)
        for level, families in FAILURES.items()
        for family, labels in families.items()
        for label in labels
    ]
    assert [(one.level, one.family, one.label) for one in CURRICULUM.failures] == flat


@pytest.mark.parametrize("level", Level)
def test_skill_lists_and_the_items_made_from_them(level: Level) -> None:
    lists = {group.label: group.skills for group in CURRICULUM.guide.levels[level].skills}
    assert lists == SKILLS[level]
    for label, skills in SKILLS[level].items():
        group = f"technical_skills_{level}.{label}"
        assert [item.label for item in CURRICULUM.items if item.group == group] == list(skills)


@pytest.mark.parametrize("group", ITEMS)
def test_reading_key_skills_and_next_steps(group: str) -> None:
    items = [item for item in CURRICULUM.items if item.group == group]
    assert tuple(item.label for item in items) == ITEMS[group]
    assert all(set(item.at) == set(Level) for item in items)


@pytest.mark.parametrize("level", Level)
def test_leadership_rows_are_items_of_each_level(level: Level) -> None:
    items = [item for item in CURRICULUM.items_at(level) if item.group == "competency"]
    assert [item.title for item in items] == [row[0] for row in LEADERSHIP]
    for item, row in zip(items, LEADERSHIP, strict=True):
        cell = row[1 if level is L6 else 2]
        assert item.label.casefold() == f"{row[0]} ({level}: {cell})".casefold()


def test_tables() -> None:
    guide = CURRICULUM.guide
    assert tuple((row.label, row.at[L6], row.at[L7]) for row in guide.scope) == SCOPE
    assert tuple((row.label, row.at[L6], row.at[L7]) for row in guide.leadership) == LEADERSHIP
    assert tuple((row.label, row.at[L6], row.at[L7]) for row in guide.matrix) == MATRIX


def test_lists() -> None:
    guide = CURRICULUM.guide
    assert tuple(f"{rung.id}: {rung.title}" for rung in guide.ladder) == LADDER
    assert tuple(f"{point.label}: {point.text}" for point in guide.covers) == COVERS
    assert tuple(f"{point.label}: {point.text}" for point in guide.next_steps) == NEXT_STEPS
    assert [CURRICULUM.by_id[p.id].label for p in guide.next_steps] == list(ITEMS["orientation"])
    assert tuple(guide.headings.values()) == HEADINGS


@pytest.mark.parametrize("level", Level)
def test_what_the_guide_says_of_one_level(level: Level) -> None:
    guide = CURRICULUM.guide.levels[level]
    assert f"{level}: {guide.title}" in LADDER
    assert guide.focus == FOCUS[level]
    points = tuple(f"{point.label}: {point.text}" for point in guide.differentiators)
    assert points == DIFFERENTIATORS[level]
    assert guide.steps == STEPS[level]
    assert guide.loop_day == LOOP_DAY[level]
    assert guide.stated_loop_hours == {L6: (5, 6), L7: (6, 8)}[level]
    assert tuple(guide.headings.values()) == (
        f"{level}: {guide.title}",
        f"{level} Requirements",
        f"{level} Expectation",
        f"{level} Interview Loop Structure",
        f"Typical {level} Loop",
        f"{level} Evaluation",
        f"Most Critical for {level}",
        f"What Gets You Hired at {level}",
        f"{level} Interview Failures",
    )


@pytest.mark.parametrize("level", Level)
def test_rounds(level: Level) -> None:
    rounds = CURRICULUM.rounds_at(level)
    assert tuple(one.label for one in rounds) == ROUNDS[level]
    assert {one.id for one in rounds if one.count == 2} == {L6: {"COD", "BEH"}, L7: {"CAS"}}[level]


def test_sixteen_principles_in_the_official_order() -> None:
    assert tuple(principle.name for principle in CURRICULUM.principles) == PRINCIPLES


@pytest.mark.parametrize("level", Level)
def test_five_critical_principles_in_the_order_of_the_guide(level: Level) -> None:
    critical = [one for one in CURRICULUM.principles if one.critical_for is level]
    critical.sort(key=lambda one: one.place or 0)
    assert (
        tuple(f"{one.guide_name or one.name} - {one.gloss}" for one in critical) == CRITICAL[level]
    )
    assert all(one.name.startswith(one.guide_name) for one in critical)
