import { addDeskNotice, addDeskTool } from "../annotations/index.ts";
import { OrderChooser } from "./OrderChooser.tsx";
import { SettingsButton } from "./SettingsButton.tsx";
import { SittingButton } from "./SittingButton.tsx";
import { SuggestionBar } from "./SuggestionBar.tsx";

export { SwayCard } from "./SwayCard.tsx";

addDeskNotice("suggestion", SuggestionBar);
addDeskTool("order", OrderChooser);
addDeskTool("sitting", SittingButton);
addDeskTool("suggestions", SettingsButton);
