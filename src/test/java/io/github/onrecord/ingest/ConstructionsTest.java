package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Turns of phrase by which news tells who said what, with people of no real country. */
class ConstructionsTest {

  @Test
  void theRemarkThatClosesASentenceOwnsAllOfIt() {
    assertThat(
            Article.en(
                    "The Kelmish ministry expects a dry spring, its spokesman Sten Oberg said on"
                        + " Monday.")
                .said())
        .containsExactly("Sten Oberg ~ The Kelmish ministry expects a dry spring");
    assertThat(Article.ru("Кельм потребовал сорок тонн, сообщил посол Остера Павел Рудд.").said())
        .containsExactly("Павел Рудд ~ Кельм потребовал сорок тонн");
    assertThat(Article.uk("Кельм зажадав сорок тонн, повідомив посол Остера Павло Рудд.").said())
        .containsExactly("Павло Рудд ~ Кельм зажадав сорок тонн");
  }

  @Test
  void anObjectMayStandBeforeItsVerb() {
    assertThat(Article.ru("Слухи об отставке замминистра Бруно Феккер опроверг.").said())
        .containsExactly("Бруно Феккер ~ Слухи об отставке … опроверг");
    assertThat(Article.uk("Звинувачення міністерка Дана Вайсен назвала «казкою».").said())
        .containsExactly("Дана Вайсен ~ Звинувачення … назвала … «казкою»");
  }

  @Test
  void aDocumentSpeaksForWhoeverItBelongsTo() {
    assertThat(
            Article.ru(
                    "Министр транспорта Тельмарка Биргит Саар подписала приказ."
                        + " «Первый рейс — в апреле», — говорится в её сообщении.")
                .said())
        .containsExactly("Биргит Саар: Первый рейс — в апреле");
    assertThat(Article.ru("В заявлении МИД Тельмарка говорится, что рейсов не будет.").said())
        .containsExactly("(МИД Тельмарка) ~ рейсов не будет");
    assertThat(Article.uk("«Рейсів не буде», — ідеться в заяві МЗС Тельмарка.").said())
        .containsExactly("(МЗС Тельмарка): Рейсів не буде");
  }

  @Test
  void whoRelaysTheWordsIsNotWhoseTheyAre() {
    assertThat(
            Article.ru("«Шлюз закрыт», — напомнила, сообщает агентство, посол Лотте Брандис.")
                .said())
        .containsExactly("Лотте Брандис: Шлюз закрыт");
    assertThat(Article.uk("Посол Іво Марент назвав шлюз «старим», передає «Хвиля».").said())
        .containsExactly("Іво Марент ~ назвав шлюз «старим»");
  }

  @Test
  void aDelegationTakesAFeminineVerb() {
    assertThat(Article.ru("Делегация Велла во вторник заявила, что не вернётся.").said())
        .containsExactly("(Делегация Велла) ~ не вернётся");
    assertThat(Article.uk("Делегація Велли у вівторок заявила, що не повернеться.").said())
        .containsExactly("(Делегація Велли) ~ не повернеться");
    assertThat(Article.ru("Шлюз откроют в мае, сообщили во вторник обе делегации.").said())
        .containsExactly("(делегации) ~ Шлюз откроют в мае");
    assertThat(
            Article.ru("В делегации Остера назвали шаг «странным». Там добавили, что мандат есть.")
                .said())
        .containsExactly(
            "(делегации Остера) ~ назвали шаг «странным»", "(делегации Остера) ~ мандат есть");
  }

  @Test
  void anOfficeMayNameWhatItDealsWithAfterAPreposition() {
    assertThat(
            Article.uk("Комісарка з питань портів Кельму Ґрета Ауманн сказала, що шлюз старий.")
                .said())
        .containsExactly("Ґрета Ауманн ~ шлюз старий");
    assertThat(
            Article.uk("Уповноважений із водних ресурсів Бруно Феккер заявив, що шлюз старий.")
                .said())
        .containsExactly("Бруно Феккер ~ шлюз старий");
    assertThat(Article.uk("За даними речника її міністерства Піта Альмерта, шлюз старий.").said())
        .containsExactly("Піт Альмерт ~ шлюз старий");
  }

  @Test
  void anUnknownNameBeforeTheVerbIsNobodyElse() {
    assertThat(
            Article.ru("Посол Ансельм Рой молчал. Ковальчук также заявил, что шлюз стар.").said())
        .isEmpty();
  }

  @Test
  void aRemarkInsideAClauseDoesNotMeanTheSubjectOfThatClause() {
    assertThat(
            Article.ru(
                    "Представитель МИД Нора Велльш молчала недолго. Дамира Оррель, сказала она,"
                        + " ждёт людей.",
                    "Министр Дамира Оррель приедет в мае.")
                .said())
        .containsExactly("Нора Велльш ~ Дамира Оррель … ждёт людей");
  }

  @Test
  void aQuotedPartCanBeAllThatIsLeftOfTheClause() {
    assertThat(Article.en("The Kelmish ministry said it “regretted the tone” of the note.").said())
        .containsExactly("(The Kelmish ministry) ~ it “regretted the tone” of the note");
  }

  @Test
  void anUnnamedSourceMayBeToldOfWithoutCommas() {
    assertThat(
            Article.en("Another diplomat familiar with the talks said Kelm had walked out.").said())
        .containsExactly("(Another diplomat) ~ Kelm had walked out");
    assertThat(Article.ru("«Всё решено», — сказал высокопоставленный чиновник Куарна.").said())
        .containsExactly("(высокопоставленный чиновник Куарна): Всё решено");
  }

  @Test
  void anExclamationMarkInsideTheMarksEndsNoSentence() {
    assertThat(Article.ru("«Шлюз открыт!» — воскликнула посол Лотте Брандис.").said())
        .containsExactly("Лотте Брандис: Шлюз открыт!");
    assertThat(Article.uk("«Шлюз відчинено!» – вигукнула посолка Лотте Брандіс.").said())
        .containsExactly("Лотте Брандіс: Шлюз відчинено!");
  }

  @Test
  void anOppositeNumberMayBeNamedAfterHisSide() {
    assertThat(
            Article.en(
                    "Envoy Ada Birchley smiled. Her opposite number, Corvane's Hugh Tarrant, said"
                        + " the lock was old.")
                .said())
        .containsExactly("Hugh Tarrant ~ the lock was old");
  }

  @Test
  void whatIsPromisedIsNoAddressee() {
    assertThat(
            Article.en(
                    "On 2 May, before the summit began, Premier Ursula Keanan had promised to"
                        + " free the pilots.")
                .said())
        .containsExactly("Ursula Keanan ~ promised to free the pilots");
  }

  @Test
  void aParticipantWhoWontBeNamedIsNobodyKnown() {
    assertThat(
            Article.ru(
                    "Посол Ансельм Рой молчал. Сарский дипломат, попросивший не называть его имени,"
                        + " рассказал, что день прошёл впустую.")
                .said())
        .containsExactly("(Сарский дипломат) ~ день прошёл впустую");
    assertThat(
            Article.uk(
                    "Голова Ради Ада Ферран мовчала. Посадовець Ради, чиє ім’я ми не розголошуємо,"
                        + " каже, що стаття готова.")
                .said())
        .containsExactly("(Посадовець Ради) ~ стаття готова");
  }

  @Test
  void aQuotationMayBeSignedBelow() {
    assertThat(
            Article.uk(
                    "«Я маю намір заповнити ці місця до літа».",
                    "— Аксель Торвін, міністр закордонних справ Квілу")
                .said())
        .containsExactly("Аксель Торвін: Я маю намір заповнити ці місця до літа");
    assertThat(
            Article.en("“I mean to fill those chairs.”", "— Axel Torvin, foreign minister of Quill")
                .said())
        .containsExactly("Axel Torvin: I mean to fill those chairs.");
  }

  @Test
  void wordsAreWhoseTheyAreSaidToBe() {
    assertThat(
            Article.ru(
                    "«Курьер» приводит слова министра Орена Кастля, сказанные фермерам: „Мы откроем"
                        + " шлюз сами“.")
                .said())
        .containsExactly("Орен Кастль: Мы откроем шлюз сами");
    assertThat(
            Article.uk(
                    "На дверях висіла записка, підписана речником Ради Пітом Парром: «Кава о"
                        + " дев’ятій».")
                .said())
        .containsExactly("Піт Парр: Кава о дев’ятій");
    assertThat(
            Article.en(
                    "Foreign Minister Milda Verran smiled. Minister Verran's words were, “A river is"
                        + " not a favour.”")
                .said())
        .containsExactly("Milda Verran: A river is not a favour.");
  }

  @Test
  void aNameAndAColonIntroduceTheWords() {
    assertThat(Article.ru("Посол Ян Рой сегодня в эфире: затворы начнут менять в октябре.").said())
        .containsExactly("Ян Рой ~ затворы начнут менять в октябре");
    assertThat(Article.uk("Посол Ян Рой – журналістам: «Завтра вийдемо».").said())
        .containsExactly("Ян Рой: Завтра вийдемо");
  }

  @Test
  void aCounterpartBearsTheTitleOfTheOther() {
    assertThat(
            Article.ru(
                    "Министр иностранных дел Анвара Давид Кельм улыбался.",
                    "Его коллега из Тельма Гюнтер Айх отверг патрули. Как пояснил министр, патрули"
                        + " злят деревни.")
                .said())
        .containsExactly("Гюнтер Айх ~ отверг патрули", "Гюнтер Айх ~ патрули злят деревни");
  }

  @Test
  void whatAMinistryAdmitsAfterTheContrastIsItsOwn() {
    assertThat(
            Article.ru(
                    "Министр Ян Кольб сообщил, что мост откроют в срок, а днём позже ведомство"
                        + " признало: срока нет.")
                .said())
        .containsExactly("Ян Кольб ~ мост откроют в срок", "(ведомство) ~ срока нет");
  }

  @Test
  void theRemarkAtTheEndMayNameWhoWasTold() {
    assertThat(
            Article.en(
                    "President Samuel Oduyan believes the treaty is alive, he told state television"
                        + " on Saturday.")
                .said())
        .containsExactly("Samuel Oduyan ~ the treaty is alive");
  }

  @Test
  void aTitleTellsMoreOfAPersonThanTheEndingOfTheName() {
    assertThat(
            Article.en(
                    "Envoy Moira Perring smiled.",
                    "The navy's spokesman, Ola Finnan, denied that boats had crossed. They had, he"
                        + " said, drifted.")
                .said())
        .containsExactly(
            "Ola Finnan ~ denied that boats had crossed", "Ola Finnan ~ They had … drifted");
  }

  @Test
  void whatWasNotSaidWhetherIsNoStatement() {
    assertThat(
            Article.en("Envoy Hugh Tarring would not say whether he expected a deal this year.")
                .said())
        .isEmpty();
  }

  @Test
  void theFormerHolderOfAnOfficeIsNoOfficial() {
    assertThat(
            Article.ru("«Красивая церемония», — проворчал отставной адмирал Густав Ливд.").said())
        .isEmpty();
    assertThat(Article.uk("Колишній посол Рем Товст радить «почекати дощу».").said()).isEmpty();
    assertThat(Article.en("Former Oster minister Karl Bodean said the letter was a gift.").said())
        .isEmpty();
  }

  @Test
  void alsoStandsBetweenAPronounAndItsVerb() {
    assertThat(
            Article.ru(
                    "Посол Тельмарка Эрик Штольц вышел к прессе. Он также сообщил, что паром ждут"
                        + " к весне.")
                .said())
        .containsExactly("Эрик Штольц ~ паром ждут к весне");
    assertThat(
            Article.uk(
                    "Посол Тельмарка Ерік Штольц вийшов до преси. Він також повідомив, що порома"
                        + " чекають навесні.")
                .said())
        .containsExactly("Ерік Штольц ~ порома чекають навесні");
  }

  @Test
  void aNounOfStandpointIsAStatementWithoutItsVerb() {
    assertThat(
            Article.en(
                    "Telmark's transport minister, Birgit Saar, underscored Telmark's readiness for"
                        + " night ferries and stressed the need for two pilots.")
                .said())
        .containsExactly(
            "Birgit Saar ~ Telmark's readiness for night ferries",
            "Birgit Saar ~ the need for two pilots");
    assertThat(
            Article.ru(
                    "Посол Остера Лотте Брандис обратила внимание гостей на неготовность причалов.")
                .said())
        .containsExactly("Лотте Брандис ~ неготовность причалов");
    assertThat(
            Article.uk("Посол Остеру Іво Марент наголосив на необхідності ремонту причалів.")
                .said())
        .containsExactly("Іво Марент ~ необхідності ремонту причалів");
    assertThat(Article.ru("Посол Остера Лотте Брандис отметила юбилей причала.").said()).isEmpty();
  }

  @Test
  void aPassiveTellsWhatASpeechHeld() {
    assertThat(
            Article.ru("В выступлении посла Лотте Брандис было подчёркнуто, что причал готов.")
                .said())
        .containsExactly("Лотте Брандис ~ причал готов");
  }

  @Test
  void aLabelBeforeAQuotationLeavesItToWhoeverTheArticleIsAbout() {
    assertThat(
            Article.uk(
                    "Посол Остеру Іво Марент прокоментував плату за причал. Про це він написав у"
                        + " Facebook.\n\nПряма мова: «Причал стоїть і без наших грошей»."
                        + "\n\nДеталі: За словами посла, Остер платити не буде.")
                .said())
        .containsExactly(
            "Іво Марент: Причал стоїть і без наших грошей", "Іво Марент ~ Остер платити не буде");
  }

  @Test
  void whatOpensAParagraphMayTellWhoSaidTheLead() {
    assertThat(
            Article.uk(
                    "Остер закриє причал на тиждень.\n\nПро це у п’ятницю заявив посол Остеру Іво"
                        + " Марент.")
                .said())
        .containsExactly("Іво Марент ~ Остер закриє причал на тиждень");
  }

  @Test
  void thatAfterAPrepositionOpensNoClause() {
    assertThat(
            Article.en("Oster's ambassador, Lotte Brandis, responded to that post from Kelm.")
                .said())
        .isEmpty();
  }
}
