"""The months' names in the languages archives are written in: full forms and the short ones seen in exports."""

import unicodedata
from collections.abc import Iterable

# One line a language, the twelve months in order; forms of one month are joined by "/".
_NAMES = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept "
    "october/oct november/nov december/dec",
    "de": "januar/jan/janner/jänner februar/feb/feber märz/mrz/mär/maerz april/apr mai juni/jun juli/jul august/aug "
    "september/sep/sept oktober/okt november/nov dezember/dez",
    "fr": "janvier/janv/jan février/févr/fév mars/mar avril/avr mai juin/jun juillet/juil août/aou septembre/sept/sep "
    "octobre/oct novembre/nov décembre/déc",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
    "septiembre/setiembre/sept/sep/set octubre/oct noviembre/nov diciembre/dic",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago "
    "settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
    "pt": "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set "
    "outubro/out novembro/nov dezembro/dez",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep/sept "
    "oktober/okt november/nov december/dec",
    "sv": "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug september/sep/sept "
    "oktober/okt november/nov december/dec",
    "da": "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep/sept oktober/okt "
    "november/nov december/dec",
    "no": "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep/sept oktober/okt "
    "november/nov desember/des",
    "fi": "tammikuu/tammikuuta/tammi helmikuu/helmikuuta/helmi maaliskuu/maaliskuuta/maalis huhtikuu/huhtikuuta/huhti "
    "toukokuu/toukokuuta/touko kesäkuu/kesäkuuta/kesä heinäkuu/heinäkuuta/heinä elokuu/elokuuta/elo "
    "syyskuu/syyskuuta/syys lokakuu/lokakuuta/loka marraskuu/marraskuuta/marras joulukuu/joulukuuta/joulu",
    "pl": "styczeń/stycznia/sty luty/lutego/lut marzec/marca/mar kwiecień/kwietnia/kwi maj/maja czerwiec/czerwca/cze "
    "lipiec/lipca/lip sierpień/sierpnia/sie wrzesień/września/wrz październik/października/paź "
    "listopad/listopada/lis grudzień/grudnia/gru",
    "cs": "leden/ledna/led únor/února/úno březen/března/bře duben/dubna/dub květen/května/kvě červen/června/čvn "
    "červenec/července/čvc srpen/srpna/srp září/zář říjen/října/říj listopad/listopadu/lis prosinec/prosince/pro",
    "hu": "január/jan február/febr/feb március/márc/már április/ápr május/máj június/jún július/júl augusztus/aug "
    "szeptember/szept/szep október/okt november/nov december/dec",
    "ro": "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept/sep "
    "octombrie/oct noiembrie/noi/nov decembrie/dec",
    "tr": "ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki "
    "kasım/kas aralık/ara",
    "id": "januari/jan februari/feb maret/mar april/apr mei juni/jun juli/jul agustus/agu september/sep oktober/okt "
    "november/nov desember/des",
    "ru": "январь/января/янв февраль/февраля/февр/фев март/марта/мар апрель/апреля/апр май/мая июнь/июня/июн "
    "июль/июля/июл август/августа/авг сентябрь/сентября/сент/сен октябрь/октября/окт ноябрь/ноября/нояб/ноя "
    "декабрь/декабря/дек",
    "uk": "січень/січня/січ лютий/лютого/лют березень/березня/бер квітень/квітня/квіт/кві травень/травня/трав/тра "
    "червень/червня/черв/чер липень/липня/лип серпень/серпня/серп/сер вересень/вересня/вер жовтень/жовтня/жовт/жов "
    "листопад/листопада/лист/лис грудень/грудня/груд/гру",
    "el": "ιανουάριος/ιανουαρίου/ιαν φεβρουάριος/φεβρουαρίου/φεβ μάρτιος/μαρτίου/μαρ απρίλιος/απριλίου/απρ "
    "μάιος/μαΐου/μαι ιούνιος/ιουνίου/ιουν ιούλιος/ιουλίου/ιουλ αύγουστος/αυγούστου/αυγ σεπτέμβριος/σεπτεμβρίου/σεπ "
    "οκτώβριος/οκτωβρίου/οκτ νοέμβριος/νοεμβρίου/νοε δεκέμβριος/δεκεμβρίου/δεκ",
    "ar": "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر",
}


def month_key(word: str) -> str:
    """The word without case and accents, as the tables are keyed."""
    if word.isascii():
        return word.casefold()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("ı", "i")


def table_for(words: Iterable[str]) -> dict[str, int]:
    """The months by name in the one language that knows most of `words`; English before all others when they tie.

    One language for a whole column: "listopad" is November in Czech and "mar" is not March everywhere.
    """
    seen = [month_key(word) for word in words]
    return max(MONTHS.values(), key=lambda table: sum(word in table for word in seen))


MONTHS = {
    language: {
        month_key(form): number for number, forms in enumerate(line.split(), start=1) for form in forms.split("/")
    }
    for language, line in _NAMES.items()
}
