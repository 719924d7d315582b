"""A session of four steps: a calf in two sets, the other calf, a ball on the first, a sole."""

from datetime import date

from unload.knowledge import load_knowledge
from unload.model.body import Step
from unload.model.history import Side

K = load_knowledge()
TODAY = date(2024, 11, 17)
TECHNIQUES = {technique.key: technique for technique in K.techniques}
STEPS = (
    Step(TECHNIQUES["calf-roller"], Side.LEFT, 2, 45, limit=5),
    Step(TECHNIQUES["calf-roller"], Side.RIGHT, 1, 45, limit=5),
    Step(TECHNIQUES["calf-ball"], Side.LEFT, 1, 45, spot=True, limit=5),
    Step(TECHNIQUES["sole-ball"], Side.LEFT, 1, 60, limit=3),
)
CHANGE_S = K.routine.change_tool_s.value
WHOLE_S = 90 + 45 + CHANGE_S + 45 + 60
