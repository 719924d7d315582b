"""The joints of a drawn figure: limbs of fixed length, bent to reach where a pose asks."""

import sys
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any

Point = tuple[float, float]
Bone = tuple[Point, Point]

LIMB_WIDTH = 5
LENGTHS = {"leg": (21.0, 20.0), "arm": (15.0, 15.0)}
NECK = 10
# A limb may be drawn this much longer than it is before a pose counts as wrong.
STRETCH = 1.08


@dataclass(frozen=True)
class Limbs:
    """What is drawn of a figure, far and near, and the bones that a tool can sit on."""

    far: list[list[Point]]
    near: list[list[Point]]
    arm: list[Point]
    head: Point
    bones: dict[str, Bone]


def limbs_of(pose: dict[str, Any]) -> Limbs:
    """The figure of a pose."""
    hip, shoulder = tuple(pose["hip"]), tuple(pose["shoulder"])
    size = hypot(shoulder[0] - hip[0], shoulder[1] - hip[1])
    up = ((shoulder[0] - hip[0]) / size, (shoulder[1] - hip[1]) / size)
    head = tuple(pose.get("head") or near(shoulder, up, NECK))
    leg = [*limb("leg", hip, pose["leg"]), tuple(pose["toe"])]
    far = []
    if "far_arm" in pose:
        far.append(limb("arm", shoulder, pose["far_arm"]))
    if "far_leg" in pose:
        far.append([*limb("leg", hip, pose["far_leg"]), tuple(pose["far_toe"])])
    _, knee, ankle, toe = leg
    bones = {
        "neck": (head, shoulder),
        "back": (shoulder, hip),
        "hip": (near(hip, (-1, 0), 4), near(hip, (1, 0), 4)),
        "thigh": (hip, knee),
        "knee": (knee, ankle),
        "shank": (knee, ankle),
        "foot": (ankle, toe),
    }
    arm = limb("arm", shoulder, pose["arm"])
    return Limbs(far, [[head, shoulder, hip], leg], arm, head, bones)


def limb(kind: str, root: Point, asked: list[float]) -> list[Point]:
    """Root, joint and end of a leg or an arm; four numbers place the joint, three bend it."""
    first, second = LENGTHS[kind]
    if len(asked) == 4:
        joint, end = (asked[0], asked[1]), (asked[2], asked[3])
        for a, b, most in ((root, joint, first), (joint, end, second)):
            if hypot(b[0] - a[0], b[1] - a[1]) > most * STRETCH:
                sys.exit(f"a limb of {most:g} cannot reach from {a} to {b}")
        return [root, joint, end]
    end, bend = (asked[0], asked[1]), asked[2]
    reach = hypot(end[0] - root[0], end[1] - root[1])
    if reach > (first + second) * STRETCH:
        sys.exit(f"the {kind} cannot reach from {root} to {end}: {reach:.0f}")
    along = (reach * reach + first * first - second * second) / (2 * reach)
    aside = sqrt(max(first * first - along * along, 0))
    way = ((end[0] - root[0]) / reach, (end[1] - root[1]) / reach)
    return [root, near(near(root, way, along), normal(root, end, bend), aside), end]


def near(point: Point, way: Point, distance: float) -> Point:
    return point[0] + way[0] * distance, point[1] + way[1] * distance


def between(bone: Bone, t: float) -> Point:
    (x0, y0), (x1, y1) = bone
    return x0 + (x1 - x0) * t, y0 + (y1 - y0) * t


def normal(start: Point, end: Point, side: float) -> Point:
    """The way square to a line, of length 1: below it where the line runs to the right."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = hypot(x, y)
    return -y / length * side, x / length * side
