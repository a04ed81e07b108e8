"""How a run ends: whichever assets it chose, its last act is to publish.

Belongs here: the executor that runs the steps in this process, then publishes. Does not belong here:
what publishing means (`pipeline.publishing`).
"""

from collections.abc import Iterator

from dagster import DagsterEvent, Executor, InitExecutorContext, executor
from dagster._core.events import EngineEventData
from dagster._core.execution.context.system import PlanOrchestrationContext
from dagster._core.execution.plan.plan import ExecutionPlan
from dagster._core.execution.retries import RetryMode
from dagster._core.executor.in_process import InProcessExecutor

from pipeline.publishing import publish_run
from pipeline.settings import Settings
from pipeline.warehouse import Warehouse


class PublishingExecutor(InProcessExecutor):
    """Runs every step in this process (a process a step costs seconds each), then publishes.

    A run in which a step failed, a blocking check among them, publishes nothing.
    """

    def execute(
        self, plan_context: PlanOrchestrationContext, execution_plan: ExecutionPlan
    ) -> Iterator[DagsterEvent]:
        """The events of the run; raises what publishing raises, which fails the run."""
        failed = False
        for event in super().execute(plan_context, execution_plan):
            failed = failed or event.is_step_failure
            yield event
        if failed:
            return
        settings = Settings.from_environment()
        warehouse = Warehouse.open(settings.work_file, settings.lock_wait_seconds)
        published = publish_run(warehouse, settings, plan_context.dagster_run.run_id)
        message = "Published" if published else "Nothing changed since it was published:"
        yield DagsterEvent.engine_event(
            plan_context, f"{message} {settings.published_file}", EngineEventData()
        )


@executor(name="in_process_then_publish", requirements=[])
def publishing_executor(_context: InitExecutorContext) -> Executor:
    """Steps run one after the other in the run's own process; then the database is published."""
    return PublishingExecutor(retries=RetryMode.DISABLED)
