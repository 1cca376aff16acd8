import { describe, expect, test } from "vitest";
import { macByte, utf8Bytes, windowsCharacter } from "./code-pages.ts";
import { repairText } from "./repair-text.ts";

const SENTENCES = [
  "I can’t see the £25 – it’s “pending”… The café’s déjà vu costs €5 at 5 °C, ½ off ™ ©2024.",
  "Où est ma carte ? J’ai été débité deux fois « après » l’achat à l’étranger. Cœur à l’ouvrage, ça ira !",
  "Können Sie mir „bitte“ erklären, warum die Überweisung größtenteils zurückging? Schöne Grüße – Ärger über Öl.",
  "¿Dónde está mi tarjeta? Mañana necesitaré el dinero del señor Muñoz. ¡Qué decepción! 1.º y 2.ª, «ya está»…",
  "Não recebi o cartão até hoje, às três. É possível cancelar amanhã? À irmã, São Tomé: maçã, pão e lã.",
  "Perché la carta è stata rifiutata? È già partito, così potrò ordinare di più. «Cos’è?» L’età…",
  "Var är mitt kort? Jag har väntat på återbetalningen i två veckor. Å, så synd – ÄÖÅ.",
  "Hvor er mit kort? Jeg får intet svar på ændringen, før pakken når frem. Ærgerligt! Øl på £5.",
  "Hvar er kortið mitt? Ég hef beðið í tvær vikur. Þökk fyrir, það væri gott.",
  "Kde je moje karta? Už dva týdny čekám na vrácení peněz. Můžete mi říct proč? Děkuji, šťastně žít.",
  "Gdzie jest karta? Czekam już dwa tygodnie na zwrot pieniędzy. Zażółć gęślą jaźń, Łódź, „źle”.",
  "Hol van a kártyám? Már két hete várok a visszatérítésre. Írják meg, miért. Őszi hűség, fűű.",
  "Unde este cardul meu? Aștept de două săptămâni și țin minte. Vă rog: „în România”, ÎNTR-ÂNSUL.",
  "Kartım nerede? İki haftadır bekliyorum, lütfen açıklayın. Şüpheli işlem, ığdır, Çağrı.",
  "Kur yra mano kortelė? Laukiu grąžinimo jau dvi savaites. Ačiū už žinutę, šįvakar.",
  "Kas mu kaart on käes? Ootan tagasimakset juba kaks nädalat, palun šokolaadi ja žanri.",
  "Thẻ của tôi ở đâu? Tôi đã chờ hoàn tiền hai tuần rồi mà không ai trả lời. Được ưu đãi, Việt Nam.",
  "Где моя карта? Я уже две недели жду возврата «денег» – и никто мне не отвечает.",
  "Де моя картка? Я вже два тижні чекаю на повернення грошей, і ніхто не відповідає. Їжак, ґанок, є.",
  "Πού είναι η κάρτα μου; Περιμένω δύο εβδομάδες την επιστροφή χρημάτων.",
  "איפה הכרטיס שלי? אני מחכה שבועיים להחזר הכסף.",
  "أين بطاقتي؟ أنتظر استرداد المال منذ أسبوعين ولا أحد يجيب.",
  "カードはいつ届きますか。先週注文した商品がまだ発送されていません。",
  "我的银行卡什么时候能到？上周订购的商品还没有发货，请尽快处理。",
  "카드는 언제 도착하나요? 지난주에 주문한 상품이 아직 배송되지 않았습니다.",
  "บัตรของฉันอยู่ที่ไหน ฉันรอเงินคืนมาสองสัปดาห์แล้ว",
  "मेरा कार्ड कहाँ है? मैं दो हफ्ते से पैसे वापस मिलने का इंतज़ार कर रहा हूँ।",
  "Thanks 😀👍🏽 — family 👩‍👩‍👧, heart ❤️, flag 🇩🇪.",
];

/** Read as Windows-1252, as browsers and Excel have it. */
const asWindows = (text: string) => Array.from(bytesOf(text), windowsCharacter).join("");
/** Read as Latin-1, as old databases have it. */
const asLatin1 = (text: string) => String.fromCharCode(...bytesOf(text));
function bytesOf(text: string): number[] {
  return Array.from(text).flatMap((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return codePoint < 0x80 ? [codePoint] : utf8Bytes(codePoint);
  });
}
/** What Excel for the Mac makes of text that was read as Windows-1252: a character it lacks becomes "_". */
const asMac = (text: string) =>
  Array.from(asWindows(text), (character) => {
    const byte = macByte(character.charCodeAt(0));
    return byte === -1 ? "_" : windowsCharacter(byte);
  }).join("");

describe.each(SENTENCES)("%.30s", (sentence) => {
  test("is left alone when it is sound", () => {
    for (const text of [sentence, sentence.toUpperCase(), sentence.toLowerCase()])
      expect(repairText(text)).toBe(text);
    for (const word of sentence.split(" ")) expect(repairText(word)).toBe(word);
  });
  test("comes back from damage, twice over too", () => {
    expect(repairText(asWindows(sentence))).toBe(sentence);
    expect(repairText(asLatin1(sentence))).toBe(sentence);
    expect(repairText(asWindows(asWindows(sentence)))).toBe(sentence);
  });
  test("is mended in no wrong way beside sound text", () => {
    // The sound half proves that not all of it went the same way: what is in doubt stays as it is.
    const other = "Où ? Øl, naïve façade – ž";
    const mended = repairText(`${other} | ${asWindows(sentence)}`);
    expect(mended.startsWith(`${other} | `)).toBe(true);
    const rest = mended.slice(other.length + 3);
    expect(asWindows(rest).length).toBeGreaterThanOrEqual(asWindows(sentence).length);
  });
});

test.each([
  ["å£1.50", "£1.50"],
  ["It‰Ûªs", "It’s"],
  ["ThatåÕs", "That’s"],
  ["‰ÛÏquoted‰Û\u009D", "“quoted‰Û\u009D"],
  ["caf\u00CC\u00A9", "café"],
  ["costå£3", "cost£3"],
  ["â€™", "’"],
  ["Ã¼", "ü"],
  ["25Â°C", "25°C"],
  ["ðŸ˜€", "😀"],
  ["â‚¬5", "€5"],
  ["ï»¿text", "text"],
  ["CafÃƒÂ© Ã¢â‚¬â„¢", "Café ’"],
])("%s becomes %s", (damaged, meant) => expect(repairText(damaged)).toBe(meant));

// Real spellings that happen to read as UTF-8 bytes.
test.each([
  "på£5",
  "också£5",
  "«CAFÉ»",
  "« santé\u00A0»",
  "il est allé…»",
  "«está»…",
  "IRMÃ”",
  "MAÇû",
  "PÅ…",
  "ÅÄÖ",
  "Å–Ä–Ö",
  "À–É",
  "«Â»",
  "café—£5",
  "náš…“",
  "COSÌ©",
  "x²×³",
  "100 ‰",
  "Ì_",
  "ä ö ü",
])("%s could be sound and stays", (text) => expect(repairText(text)).toBe(text));

test.each(["It’s £5 – “fine", "Café ¿Qué?", "déjà", "¡Hola! ©", "€5"])(
  "%s comes back from a Mac, which had every byte of it",
  (sentence) => {
    expect(asMac(sentence)).not.toBe(sentence);
    expect(repairText(asMac(sentence))).toBe(sentence);
  },
);

/** The marks that stand around words, in all the ways that countries and trades have. */
const WRAPPED = [
  (word: string) => `«${word}»`,
  (word: string) => `«\u00A0${word}\u00A0»`,
  (word: string) => `»${word}«`,
  (word: string) => `“${word}”`,
  (word: string) => `„${word}“`,
  (word: string) => `‘${word}’`,
  (word: string) => `‚${word}‘`,
  (word: string) => `“‘${word}’”`,
  (word: string) => `${word}…»`,
  (word: string) => `${word}\u00A0!`,
  (word: string) => `${word}™ ${word}® ${word}°`,
  (word: string) => `${word}¹ ${word}² ${word}³ ${word}†`,
  (word: string, next: string) => `${word}—${next}`,
  (word: string, next: string) => `${word}–${next}`,
  (word: string, next: string) => `${word}…${next}`,
  (word: string, next: string) => `${word}·${next}`,
  (word: string, next: string) => `${word}’${next}`,
  (word: string, next: string) => `${word}\u00AD${next}`,
  (word: string, next: string) => `${word}\u00A0${next}`,
];

test("no word of any of these languages is touched, in capitals or not, whatever marks stand around it", () => {
  const words = SENTENCES.flatMap((sentence) => sentence.match(/[\p{L}\p{M}]+/gu) ?? []);
  const touched = words.flatMap((word, index) => {
    const next = words[(index * 7 + 3) % words.length] ?? "";
    return WRAPPED.flatMap((wrap) => [
      wrap(word, next),
      wrap(word.toUpperCase(), next.toUpperCase()),
      wrap(word.toUpperCase(), next),
    ]).filter((text) => repairText(text) !== text);
  });
  expect(words.length).toBeGreaterThan(300);
  expect(touched).toEqual([]);
});
