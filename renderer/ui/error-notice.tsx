import { textOf, textOfStored } from "../client/errors.ts";
import { Notice } from "./notice.tsx";

/** A failure in the flow of a screen: what happened, whether the work is safe, what to do. */
export function ErrorNotice(props: { error: unknown }) {
  const text = textOf(props.error);
  return (
    <Notice tone="danger" role="alert" title={text.what}>
      {text.safe} {text.next}
    </Notice>
  );
}

/** The same for a failure that a job left behind. */
export function StoredErrorNotice(props: {
  error: { code: string; params: Record<string, string | number> };
}) {
  const text = textOfStored(props.error);
  return (
    <Notice tone="danger" role="alert" title={text.what}>
      {text.safe} {text.next}
    </Notice>
  );
}
