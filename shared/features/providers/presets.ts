/** A service that the screen offers to fill in; everything stays editable. */
export interface ConnectionPreset {
  presetId: "nebius" | "azure" | "openai" | "selfHosted";
  name: string;
  baseUrl: string;
  /** Part of `baseUrl` that the user must replace with their own. */
  placeholder: string | null;
  /** Key of a sentence in the message catalogue. */
  noteKey: `providers.preset.${string}`;
}

export const CONNECTION_PRESETS: readonly ConnectionPreset[] = [
  {
    presetId: "nebius",
    name: "Nebius Token Factory",
    baseUrl: "https://api.tokenfactory.nebius.com/v1",
    placeholder: null,
    noteKey: "providers.preset.nebius",
  },
  {
    presetId: "azure",
    name: "Azure AI Foundry",
    baseUrl: "https://YOUR-RESOURCE.openai.azure.com/openai/v1",
    placeholder: "YOUR-RESOURCE",
    noteKey: "providers.preset.azure",
  },
  {
    presetId: "openai",
    name: "OpenAI",
    baseUrl: "https://api.openai.com/v1",
    placeholder: null,
    noteKey: "providers.preset.openai",
  },
  {
    presetId: "selfHosted",
    name: "Our own server",
    baseUrl: "http://127.0.0.1:8000/v1",
    placeholder: null,
    noteKey: "providers.preset.selfHosted",
  },
];
