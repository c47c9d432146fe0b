/** Mail services that anybody can have an address at: what comes from their servers says nothing of who sent it. */

import { ownerOf } from "./sender.ts";

/** Big ones by name; one that is not listed is taken for an office's own, which proves no letter all the same. */
export const isPublicMail = (domain: string): boolean => services.has(ownerOf(domain));

const services: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.ca hotmail.fr live.com live.ca live.fr msn.com yahoo.com
  yahoo.ca yahoo.fr yahoo.co.uk ymail.com rocketmail.com aol.com icloud.com me.com mac.com proton.me protonmail.com
  pm.me gmx.com gmx.net gmx.de web.de mail.com mail.ru yandex.ru yandex.com fastmail.com fastmail.fm zoho.com
  tutanota.com tuta.io hey.com qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com
  naver.com daum.net hanmail.net rediffmail.com laposte.net orange.fr free.fr bell.net sympatico.ca rogers.com
  shaw.ca telus.net videotron.ca cogeco.ca comcast.net verizon.net att.net`
    .trim()
    .split(/\s+/),
);
