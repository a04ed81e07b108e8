"""`make run`: the job for everything in this process, recorded in the instance; then a summary.

Belongs here: starting the run and telling how it ended. Does not belong here: what the summary counts
(that is `pipeline.summary`).
"""

import sys

from dagster import JobDefinition, execute_job, reconstructable

from assets.history import open_history
from assets.instance import prepare_home
from pipeline.settings import Settings
from pipeline.summary import summary_of

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def everything_job() -> JobDefinition:
    """The job for everything, as the code location defines it."""
    from assets.definitions import defs

    return defs.resolve_job_def("everything")


def main() -> int:
    """Run everything; 0 where the run succeeded."""
    settings = Settings.from_environment()
    with open_history(prepare_home(settings)) as instance:
        result = execute_job(
            reconstructable(everything_job),
            instance=instance,
            run_config=QUIET,
            raise_on_error=False,
        )
        if not result.success:
            print(f"The run failed: {_why(result)}", file=sys.stderr)
            return 1
    print(summary_of(settings.published_file))
    return 0


def _why(result: object) -> str:
    events = getattr(result, "all_events", [])
    for event in events:
        if event.is_step_failure or event.is_failure:
            data = event.event_specific_data
            error = getattr(data, "error", None)
            while error is not None and error.cause is not None:
                error = error.cause
            if error is not None:
                return f"{event.step_key or 'publishing'}: {error.message.strip()}"
    return "see the log above"


if __name__ == "__main__":
    raise SystemExit(main())
