import type { LegacyEncoding } from "../features/imports/readers/legacy-decoder.ts";

/** Everyday sentences in the encodings that were usual for them. */
export const SENTENCES: readonly (readonly [
  language: string,
  encoding: LegacyEncoding,
  text: string,
])[] = [
  [
    "English",
    "windows-1252",
    "I can’t see the payment of £25 – it’s still “pending”. The café on Main Street charged my card twice… please don’t block it, I’m at 5 °C.",
  ],
  [
    "French",
    "windows-1252",
    "Où est ma carte ? J’ai été débité deux fois après l’achat à l’étranger, et le relevé n’est toujours pas arrivé. Très déçu, je préfère être remboursé dès que possible. Cœur à l’ouvrage, ça ira.",
  ],
  [
    "German",
    "windows-1252",
    "Können Sie mir bitte erklären, warum die Überweisung zurückgewiesen wurde? Ich möchte das Geld für die Möbel größtenteils zurück – schöne Grüße aus München.",
  ],
  [
    "Spanish",
    "windows-1252",
    "¿Dónde está mi tarjeta? Mañana necesitaré el dinero que cobró el señor Muñoz, y todavía no llegó la devolución. ¡Qué decepción, así no volveré más!",
  ],
  [
    "Portuguese",
    "windows-1252",
    "Não recebi o cartão até hoje. A solicitação de devolução não foi concluída e ninguém me dá informações. É possível cancelar a operação amanhã às três?",
  ],
  [
    "Italian",
    "windows-1252",
    "Perché la carta è stata rifiutata? Vorrei sapere se il pagamento è già partito, così potrò ordinare di più. La città è bellissima, però il servizio no.",
  ],
  [
    "Swedish",
    "windows-1252",
    "Var är mitt kort? Jag har väntat i två veckor på återbetalningen och får inget svar från er. Snälla, hjälp mig att återställa lösenordet så fort det går.",
  ],
  [
    "Danish",
    "windows-1252",
    "Hvor er mit kort? Jeg har ventet på tilbagebetalingen i to uger og får intet svar. Kan I hjælpe mig med at ændre adressen, så pakken når frem før fredag?",
  ],
  [
    "Finnish",
    "windows-1252",
    "Missä korttini on? Olen odottanut hyvitystä jo kaksi viikkoa enkä ole saanut mitään vastausta. Pyydän, että käsittelette tämän mahdollisimman pian.",
  ],
  [
    "Icelandic",
    "windows-1252",
    "Hvar er kortið mitt? Ég hef beðið í tvær vikur eftir endurgreiðslunni og enginn svarar mér. Það væri gott að fá þetta leyst sem fyrst, þökk fyrir.",
  ],
  [
    "French with a euro sign",
    "iso-8859-15",
    "J'ai payé 25 € pour une œuvre, et 30 € de frais à l'étranger. Le cœur y était, mais la sœur n'a pas été remboursée de ses 12 €.",
  ],
  [
    "Czech",
    "windows-1250",
    "Kde je moje karta? Už dva týdny čekám na vrácení peněz a nikdo mi neodpovídá. Prosím, můžete mi říct, proč byla platba zamítnuta? Děkuji, příště si dám pozor.",
  ],
  [
    "Polish",
    "windows-1250",
    "Gdzie jest moja karta? Czekam już dwa tygodnie na zwrot pieniędzy i nikt mi nie odpowiada. Proszę o wyjaśnienie, dlaczego płatność została odrzucona. Dziękuję, życzę miłego dnia.",
  ],
  [
    "Hungarian",
    "windows-1250",
    "Hol van a kártyám? Már két hete várok a visszatérítésre, és senki sem válaszol. Kérem, írják meg, miért utasították el a fizetést. Előre is köszönöm, üdvözlettel egy hűséges vevő.",
  ],
  [
    "Romanian",
    "windows-1250",
    "Unde este cardul meu? Aştept de două săptămâni rambursarea şi nimeni nu îmi răspunde. Vă rog să îmi explicaţi de ce plata a fost respinsă, mulţumesc.",
  ],
  [
    "Croatian",
    "windows-1250",
    "Gdje je moja kartica? Već dva tjedna čekam povrat novca i nitko mi ne odgovara. Možete li mi objasniti zašto je plaćanje odbijeno? Želio bih što prije riješiti ovo.",
  ],
  [
    "Russian",
    "windows-1251",
    "Где моя карта? Я уже две недели жду возврата денег, и никто мне не отвечает. Объясните, пожалуйста, почему платёж был отклонён. Заранее спасибо!",
  ],
  [
    "Ukrainian",
    "windows-1251",
    "Де моя картка? Я вже два тижні чекаю на повернення грошей, і ніхто мені не відповідає. Поясніть, будь ласка, чому платіж було відхилено. Щиро дякую!",
  ],
  [
    "Bulgarian",
    "windows-1251",
    "Къде е картата ми? Вече две седмици чакам да ми върнат парите и никой не ми отговаря. Моля, обяснете защо плащането беше отхвърлено. Благодаря!",
  ],
  [
    "Japanese",
    "shift_jis",
    "カードはいつ届きますか。先週注文した商品がまだ発送されていません。返金をお願いしたいのですが、手続きの方法を教えてください。領収書も必要です。よろしくお願いいたします。",
  ],
  [
    "Chinese (simplified)",
    "gb18030",
    "我的银行卡什么时候能到？上周订购的商品还没有发货，请尽快处理。如果不能按时送达，我希望全额退款，并且取消订单。客服一直没有回复，非常失望。",
  ],
  [
    "Chinese (traditional)",
    "big5",
    "我的信用卡什麼時候會寄到？上週訂購的商品還沒有出貨，請盡快處理。如果不能準時送達，我希望全額退款，並且取消訂單。客服一直沒有回覆，非常失望。",
  ],
  [
    "Korean",
    "euc-kr",
    "카드는 언제 도착하나요? 지난주에 주문한 상품이 아직 배송되지 않았습니다. 환불을 요청하고 싶은데 절차를 알려 주세요. 고객센터에서 답변이 없어서 실망했습니다. 감사합니다.",
  ],
];
