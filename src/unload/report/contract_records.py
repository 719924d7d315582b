"""What an import did, and the list of imports, as plain values for programs."""

from unload.report.contract_inspect import problems_list
from unload.report.plain import Plain, day
from unload.report.records import FileTold, ImportTold, Kept, PreviewTold


def listed_dict(kept: Kept) -> Plain:
    return {
        "import": kept.number,
        "name": kept.name,
        "started_at": kept.started_at.isoformat(),
        "finished_at": kept.finished_at.isoformat() if kept.finished_at else None,
    }


def import_dict(told: ImportTold) -> Plain:
    """One import as plain values; imported + duplicate + quarantined is seen."""
    return {
        "import": told.number,
        "name": told.name,
        "finished": told.finished,
        "resumed": told.resumed,
        "seen": told.seen,
        "imported": told.imported,
        "duplicate": told.duplicate,
        "quarantined": told.quarantined,
        "check_ins": told.check_ins,
        "covered": told.covered,
        "others": dict(told.others),
        "took_s": round(told.took_s, 3) or None,
        "notes": list(told.notes),
        "files": [_file_dict(file) for file in told.files],
    }


def preview_dict(told: PreviewTold) -> Plain:
    """The same as plain values, with what would be new."""
    return import_dict(told.report) | {
        "preview": True,
        "runs": told.runs,
        "run_km": round(told.run_km, 2),
        "first": day(told.first),
        "last": day(told.last),
        "runners": list(told.runners),
    }


def _file_dict(file: FileTold) -> Plain:
    return {
        "name": file.name,
        "state": file.state,
        "sessions": file.sessions,
        "duplicates": file.duplicates,
        "check_ins": file.check_ins,
        "problems": problems_list(file.problems),
    }
