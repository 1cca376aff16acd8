export const providersMessages = {
  "providers.preset.nebius": "Open models, fine-tuned and served by Nebius.",
  "providers.preset.azure":
    "Models in your organisation’s own Azure. Replace YOUR-RESOURCE with the name of your resource. A finished model must be deployed on their site before it answers, and is billed by the hour while it is.",
  "providers.preset.openai":
    "OpenAI is closing fine-tuning: it takes no new trainings after 6 January 2027, and none at all from new customers. Tuned models are switched off with the models they were made from.",
  "providers.preset.selfHosted":
    "A server of your own organisation that speaks OpenAI’s fine-tuning interface.",
  "providers.service.cancelUnconfirmed":
    "The service did not confirm the cancel. Look at its own job list: the training may still be running there, and cost money.",
  "providers.instant.rowsLimited":
    "The instant model learns from {used, number} of the {rows, number} training examples, spread evenly.",
  "providers.instant.learned":
    "Learned {labels, plural, one {# label} other {# labels}} from {rows, plural, one {# example} other {# examples}} by {features, number} pieces of text in {seconds, number, ::.0} seconds.",
  "providers.instant.trainAccuracy":
    "Right on {share, number, ::percent .0} of the examples it learned from.",
  "providers.instant.validationAccuracy":
    "Right on {share, number, ::percent .0} of the examples kept for watching progress.",
  "providers.instant.indexed":
    "Can look up {rows, plural, one {# answer} other {# answers}}; made in {seconds, number, ::.0} seconds.",
} as const satisfies Record<string, string>;
