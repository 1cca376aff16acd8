export { TrainScreen } from "./TrainScreen.tsx";
