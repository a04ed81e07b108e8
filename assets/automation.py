"""When runs start by themselves: soon after a file appears, and once a day.

Belongs here: the job, the schedule and the sensor. Does not belong here: what a run does.
"""

from hashlib import sha256

from dagster import (
    AssetSelection,
    DefaultScheduleStatus,
    DefaultSensorStatus,
    RunRequest,
    ScheduleDefinition,
    SensorDefinition,
    SensorEvaluationContext,
    SkipReason,
    define_asset_job,
    sensor,
)

from pipeline.reading.folder import InputFolderError, list_folder
from pipeline.settings import Settings

everything = define_asset_job(
    "everything",
    selection=AssetSelection.all(),
    description="Every asset and check, from the input folder to the page; redoes only what changed.",
)

# Verdicts, time-outs to be tried again and changed code are picked up even where no file changed.
nightly = ScheduleDefinition(
    name="nightly",
    job=everything,
    cron_schedule="15 3 * * *",
    default_status=DefaultScheduleStatus.RUNNING,
    description="Every night at 3:15.",
)


def folder_state(settings: Settings) -> str:
    """A hash of names, sizes and times of change of all files in the input folder, settings included.

    Raises InputFolderError where the folder cannot be read.
    """
    files, _ = list_folder(settings.input_folder)
    stamps = [(file.path, file.byte_size, file.modified_ns) for file in files]
    stamps += [
        (file.name, file.stat().st_size, file.stat().st_mtime_ns)
        for file in sorted(settings.input_folder.glob("crossclaim-*"))
    ]
    return sha256(repr(stamps).encode()).hexdigest()


def _look(context: SensorEvaluationContext) -> RunRequest | SkipReason:
    settings = Settings.from_environment()
    try:
        state = folder_state(settings)
    except InputFolderError as error:
        return SkipReason(str(error))
    if state == context.cursor:
        return SkipReason(f"nothing new in {settings.input_folder}")
    context.update_cursor(state)
    return RunRequest(run_key=state)


def new_files_sensor() -> SensorDefinition:
    """The sensor that asks for a run when the input folder has changed."""
    return sensor(
        name="new_files",
        job=everything,
        minimum_interval_seconds=15,
        default_status=DefaultSensorStatus.RUNNING,
        description="Looks at names, sizes and times of the input folder every 15 seconds.",
    )(_look)
