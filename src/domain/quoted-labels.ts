/** What mail programs call the fields of a quoted header block, in the languages they speak. */

import { fold } from "./fold.ts";

export type Field = "from" | "to" | "date" | "subject" | "replyTo" | "other";

/** A language a line: English and French, German, Dutch, the romance, northern, slavic and other ones, Chinese, Japanese, Korean. */
const labels: Readonly<Record<Field, string>> = {
  from: `from, de, expéditeur,
    von, absender, van, afzender, da, mittente, remitente, remetente, de la, expeditor,
    fra, från, afsender, avsender, avsändare, lähettäjä, saatja,
    od, nadawca, odesílatel, odosielateľ, pošiljatelj, от, от кого, отправитель, від, від кого, відправник,
    feladó, kimden, gönderen,
    发件人, 发信人, 寄件者, 寄件人, 差出人, 送信元, 送信者, 보낸 사람, 보낸사람, 보낸이`,
  to: `to, à, pour, destinataire,
    an, empfänger, aan, a, para, destinatario, destinatário, către, destinatar,
    til, till, modtager, mottaker, mottagare, vastaanottaja, saaja,
    do, adresat, komu, příjemce, príjemca, za, prima, кому, получатель, одержувач,
    címzett, kime, alıcı,
    收件人, 收信人, 收件者, 宛先, 送信先, 받는 사람, 받는사람, 받는이`,
  date: `date, sent, envoyé, date d'envoi,
    datum, gesendet, verzonden, fecha, enviado, enviado el, enviada em, data, inviato, trimis, data/ora,
    dato, sendt, skickat, päivämäärä, lähetetty, kuupäev,
    wysłano, odesláno, odoslané, dátum, poslano, дата, отправлено, надіслано,
    elküldve, tarih, gönderildi, gönderilme tarihi,
    发送时间, 发送日期, 发件时间, 日期, 时间, 寄件日期, 日付, 日時, 送信日時, 날짜, 보낸 날짜`,
  subject: `subject, objet, sujet,
    betreff, onderwerp, asunto, assunto, oggetto, subiect,
    emne, ämne, aihe, teema,
    temat, předmět, predmet, тема,
    tárgy, konu,
    主题, 标题, 主旨, 件名, 제목`,
  replyTo: `reply-to, reply to, répondre à,
    antwort an, antwoord aan, responder a, rispondi a, svar til, svara till, odpowiedź do, ответить, отвечать на,
    yanıtla, 回复至, 回复给, 回覆至, 返信先, 답장 받는 사람`,
  other: `cc, bcc, importance, in-reply-to, copie à,
    kopie, copia, cópia, cópia (cc), kopi, kopia, kopio, kópia, копия, копія, másolatot kap, bilgi,
    抄送, 抄送至, 抄送人, 密送至, 副本, 密送, 참조`,
};

/** By the folded label. */
export const fieldByLabel: ReadonlyMap<string, Field> = new Map(
  (["from", "to", "date", "subject", "replyTo", "other"] as const).flatMap((field) =>
    labels[field].split(",").map((label) => [fold(label).trim(), field] as const),
  ),
);
