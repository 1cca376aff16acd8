export { AdjudicateScreen } from "./AdjudicateScreen.tsx";
export { AgreementScreen } from "./AgreementScreen.tsx";
