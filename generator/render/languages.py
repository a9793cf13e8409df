"""What languages are called."""

from __future__ import annotations

_NAMES = (
    "ab Abkhaz, af Afrikaans, ak Akan, am Amharic, ar Arabic, as Assamese, av Avar, ay Aymara, az Azerbaijani, "
    "ba Bashkir, be Belarusian, bg Bulgarian, bm Bambara, bn Bengali, bo Tibetan, br Breton, bs Bosnian, ca Catalan, "
    "ce Chechen, co Corsican, cs Czech, cu Church Slavonic, cv Chuvash, cy Welsh, da Danish, de German, dv Dhivehi, "
    "dz Dzongkha, ee Ewe, el Greek, en English, eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, "
    "ff Fula, fi Finnish, fj Fijian, fo Faroese, fr French, fy Frisian, ga Irish, gd Scottish Gaelic, gl Galician, "
    "gn Guarani, gu Gujarati, gv Manx, ha Hausa, he Hebrew, hi Hindi, hr Croatian, ht Haitian Creole, hu Hungarian, "
    "hy Armenian, ia Interlingua, id Indonesian, ig Igbo, io Ido, is Icelandic, it Italian, iu Inuktitut, "
    "ja Japanese, jv Javanese, ka Georgian, kg Kongo, ki Kikuyu, kk Kazakh, kl Greenlandic, km Khmer, kn Kannada, "
    "ko Korean, ks Kashmiri, ku Kurdish, kv Komi, kw Cornish, ky Kyrgyz, la Latin, lb Luxembourgish, lg Ganda, "
    "ln Lingala, lo Lao, lt Lithuanian, lv Latvian, mg Malagasy, mi Māori, mk Macedonian, ml Malayalam, "
    "mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese, nb Norwegian Bokmål, nd Northern Ndebele, "
    "ne Nepali, nl Dutch, nn Norwegian Nynorsk, no Norwegian, nr Southern Ndebele, nv Navajo, ny Chichewa, "
    "oc Occitan, oj Ojibwe, om Oromo, or Odia, os Ossetian, pa Punjabi, pl Polish, ps Pashto, pt Portuguese, "
    "qu Quechua, rm Romansh, rn Kirundi, ro Romanian, ru Russian, rw Kinyarwanda, sa Sanskrit, sc Sardinian, "
    "sd Sindhi, se Northern Sami, sg Sango, si Sinhala, sk Slovak, sl Slovene, sm Samoan, sn Shona, so Somali, "
    "sq Albanian, sr Serbian, ss Swazi, st Southern Sotho, su Sundanese, sv Swedish, sw Swahili, ta Tamil, "
    "te Telugu, tg Tajik, th Thai, ti Tigrinya, tk Turkmen, tl Tagalog, tn Tswana, to Tongan, tr Turkish, "
    "ts Tsonga, tt Tatar, tw Twi, ty Tahitian, ug Uyghur, uk Ukrainian, ur Urdu, uz Uzbek, ve Venda, vi Vietnamese, "
    "wa Walloon, wo Wolof, xh Xhosa, yi Yiddish, yo Yoruba, za Zhuang, zh Chinese, zu Zulu"
)
_BY_CODE = dict(pair.split(" ", 1) for pair in _NAMES.split(", "))


def language_name(code: str | None) -> str:
    """The English name of a language by its code (ISO 639-1); the code where it has no name here."""
    return _BY_CODE.get(code or "", code or "another language")
