import { type ComponentType, lazy, Suspense } from "react";
import type { ProjectInfo } from "../../shared/features/projects/contract.ts";
import { type Place, useNavigation } from "../navigation/navigation.ts";
import { WorkspaceNotices } from "../features/backups/index.ts";
import { TogetherScreen } from "../features/handouts/index.ts";
import { ReadOnlyBanner } from "../features/rescue/index.ts";
import { CoachLine } from "./CoachLine.tsx";
import { KeysOverlay } from "./KeysOverlay.tsx";
import { Rail } from "./Rail.tsx";
import { useUndoKeys } from "./use-undo-keys.ts";

const SCREENS: Record<Place["step"], ComponentType> = {
  bring: lazy(() =>
    import("../features/imports/index.ts").then((m) => ({ default: m.BringScreen })),
  ),
  define: lazy(() =>
    import("../features/definitions/index.ts").then((m) => ({ default: m.DefineScreen })),
  ),
  examples: lazy(() =>
    import("../features/examples/index.ts").then((m) => ({ default: m.ExamplesScreen })),
  ),
  label: lazy(async () => {
    const [desk] = await Promise.all([
      import("../features/annotations/index.ts"),
      // Says its part at the desk by itself.
      import("../features/suggestions/index.ts"),
    ]);
    return { default: desk.LabelScreen };
  }),
  check: lazy(() =>
    import("../features/checks/index.ts").then((m) => ({ default: m.CheckScreen })),
  ),
  train: lazy(() =>
    import("../features/training/index.ts").then((m) => ({ default: m.TrainScreen })),
  ),
  compare: lazy(() =>
    import("../features/comparisons/index.ts").then((m) => ({ default: m.CompareScreen })),
  ),
  handOver: lazy(() =>
    import("../features/handoffs/index.ts").then((m) => ({ default: m.HandOverScreen })),
  ),
};

/** Screens that belong to a step without being the step itself. */
const VIEWS: Partial<Record<NonNullable<Place["view"]>, ComponentType>> = {
  agreement: lazy(() =>
    import("../features/agreement/index.ts").then((m) => ({ default: m.AgreementScreen })),
  ),
  adjudicate: lazy(() =>
    import("../features/agreement/index.ts").then((m) => ({ default: m.AdjudicateScreen })),
  ),
  together: TogetherScreen,
};

/** The frame around an open project: the journey on the left, one screen, the coach line beneath. */
export function Workspace(props: { project: ProjectInfo }) {
  const { step, view } = useNavigation((state) => state.place);
  const Screen = (view && VIEWS[view]) ?? SCREENS[step];
  useUndoKeys();
  return (
    <div className="grid h-full grid-cols-[14rem_minmax(0,1fr)]">
      <Rail project={props.project} />
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]">
        <div>
          <WorkspaceNotices project={props.project} />
          <ReadOnlyBanner project={props.project} />
        </div>
        <main key={`${step} ${view}`} className="overflow-auto">
          <Suspense fallback={null}>
            <Screen />
          </Suspense>
        </main>
        <CoachLine />
      </div>
      <KeysOverlay />
    </div>
  );
}
