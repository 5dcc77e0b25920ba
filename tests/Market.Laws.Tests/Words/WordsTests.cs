using System.Text.RegularExpressions;
using Market.Payments.Models;
using Market.Payments.Words;

namespace Market.Laws.Tests.Words;

/// <summary>The market's own words in the sentences of the whole product.</summary>
public sealed partial class WordsTests
{
    // They name a feature, or a column of a file that is not the market's.
    private static readonly string[] Names = ["Market Payments"];

    public static TheoryData<string, string> Offered =>
    [
        .. Term.All.SelectMany(term => term.Offered.Select(word => (term.Name, word.Name))),
        .. Term.All.Select(term => (term.Name, WordChoice.OfItsOwn)),
    ];

    [Theory]
    [MemberData(nameof(Offered))]
    public void Every_sentence_that_names_a_term_is_put_into_the_markets_words_and_is_right(string name, string word)
    {
        var term = Term.All.Single(term => term.Name == name);
        var vocabulary = Vocabulary.Of(Choose(term, word));
        var (english, french) = Nouns(term, word);
        var wrong = new List<string>();
        Look(Catalogue.English, french: false, term.English, english, vocabulary, wrong);
        Look(Catalogue.French, french: true, term.French, french, vocabulary, wrong);
        Law.HasNoOffender(wrong);
    }

    [Fact]
    public void The_products_own_words_change_nothing()
    {
        var vocabulary = Vocabulary.Of(new WordsSettings());
        Assert.Same(Vocabulary.Plain, vocabulary);
        Assert.All(Catalogue.French, sentence => Assert.Same(sentence, vocabulary.Put(sentence, french: true)));
    }

    [Fact]
    public void A_sentence_without_a_term_stays_the_very_same() =>
        Assert.Same("Opérations du {0:d}", Vocabulary.Of(Choose(Term.All[0], "adherent")).Put("Opérations du {0:d}", french: true));

    [Theory]
    [InlineData("Le client et les clients", "L'adhérent et les adhérents")]
    [InlineData("Nom du client, au client ; que le client, ce client", "Nom de l'adhérent, à l'adhérent ; que l'adhérent, cet adhérent")]
    [InlineData("Pas de client. Nouveau client. Nombre de clients. Un client", "Pas d'adhérent. Nouvel adhérent. Nombre d'adhérents. Un adhérent")]
    [InlineData("d’un compte client ; jusqu’au client", "d’un compte adhérent ; jusqu’à l’adhérent")]
    [InlineData("{{ Client.Nom }} /clients/{0} client.csv", "{{ Client.Nom }} /clients/{0} client.csv")]
    public void French_elides_and_contracts(string plain, string worded) =>
        Assert.Equal(worded, Vocabulary.Of(Choose(Term.All[0], "adherent")).Put(plain, french: true));

    [Theory]
    [InlineData("L’adhérent : à l’adhérent, de l’adhérent, d’adhérents, cet adhérent", "Le client : au client, du client, de clients, ce client")]
    public void French_takes_elisions_back(string plain, string worded) =>
        Assert.Equal(worded, Vocabulary.Of(Choose(Term.All[0], "client")).Put(plain, french: true));

    [Theory]
    [InlineData("amap", "Le marché, du marché, au marché, ce marché, un marché", "L'AMAP, de l'AMAP, à l'AMAP, cette AMAP, une AMAP")]
    [InlineData("cooperative", "Le marché, du marché, au marché, ce marché, un marché", "La coopérative, de la coopérative, à la coopérative, cette coopérative, une coopérative")]
    public void The_article_follows_the_gender(string word, string plain, string worded) =>
        Assert.Equal(worded, Vocabulary.Of(Choose(Term.All[^1], word)).Put(plain, french: true));

    [Theory]
    [InlineData("A client's balance, a member; Clients' balances, Market Payments", "An eater's balance, an eater; Eaters' balances, Market Payments")]
    public void English_has_its_article_and_its_possessive(string plain, string worded) =>
        Assert.Equal(worded, Vocabulary.Of(Choose(Term.All[0], "eater")).Put(plain, french: false));

    [Theory]
    [InlineData("<b>x</b>")]
    [InlineData("a\"b")]
    [InlineData("{0}")]
    [InlineData("a&b")]
    [InlineData("abonné\n")]
    [InlineData("")]
    public void What_is_no_word_is_passed_over_however_it_came_into_the_settings(string word)
    {
        var settings = new WordsSettings { Person = new WordChoice { Choice = WordChoice.OfItsOwn, English = word, EnglishPlural = word, French = word, FrenchPlural = word } };
        Assert.Same(Vocabulary.Plain, Vocabulary.Of(settings));
        Assert.Same(Vocabulary.Plain, Vocabulary.Of(new WordsSettings { Person = new WordChoice { Choice = "unheard of" } }));
    }

    private static void Look(IEnumerable<string> sentences, bool french, IReadOnlyList<Noun> old, Noun noun, Vocabulary vocabulary, List<string> wrong)
    {
        var names = new Regex(@"(?<![\w.\-/{])(?:" + string.Join('|', old.SelectMany(word => new[] { word.One, word.Many })) + @")(?![\w\-/=}]|\.\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        var alike = old.Any(word => string.Equals(word.One, noun.One, StringComparison.OrdinalIgnoreCase));
        foreach (var sentence in sentences)
        {
            var worded = vocabulary.Put(sentence, french);
            var without = Names.Aggregate(sentence, (text, name) => text.Replace(name, string.Empty, StringComparison.Ordinal));
            var left = alike ? old.Where(word => word.One != noun.One).SelectMany(word => new[] { word.One, word.Many }).ToList() : null;
            if (left is null ? names.IsMatch(without) && Stripped(names, worded) : left.Exists(word => Regex.IsMatch(worded, $@"(?<![\w.\-/{{]){word}(?![\w\-/=}}]|\.\w)", RegexOptions.IgnoreCase)))
            {
                wrong.Add($"unchanged: {sentence} → {worded}");
            }

            if (!Places().Matches(sentence).Select(place => place.Value).SequenceEqual(Places().Matches(worded).Select(place => place.Value)))
            {
                wrong.Add($"places: {sentence} → {worded}");
            }

            var broken = french ? BrokenFrench() : BrokenEnglish();
            if (broken.Count(worded) > broken.Count(sentence))
            {
                wrong.Add($"“{string.Join("”, “", broken.Matches(worded).Select(match => match.Value))}”: {sentence} → {worded}");
            }
        }

        bool Stripped(Regex pattern, string worded) =>
            pattern.IsMatch(Names.Aggregate(worded, (text, name) => text.Replace(name, string.Empty, StringComparison.Ordinal)));
    }

    private static WordsSettings Choose(Term term, string word)
    {
        var settings = new WordsSettings();
        var choice = term.Choice(settings);
        choice.Choice = word;
        if (word == WordChoice.OfItsOwn)
        {
            (choice.English, choice.EnglishPlural, choice.French, choice.FrenchPlural, choice.Feminine) = ("owl", "owls", "âne", "ânes", true);
        }

        return settings;
    }

    private static (Noun English, Noun French) Nouns(Term term, string word) =>
        term.Offered.FirstOrDefault(offered => offered.Name == word) is { } found
            ? (found.English, found.French)
            : (new Noun("owl", "owls"), new Noun("âne", "ânes"));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Places();

    // What the words that are offered could leave before them, or after an apostrophe.
    [GeneratedRegex(@"\b(?:le|la|de|du|au|ce|que|nouveau|ma|ta|sa|jusque) (?:adh|abonn|artis|âne|AMAP|assoc)|\b[ldq]u?['’](?:client|membre|mangeur|livr|perman|vente|colis|cabas|pays|mara|fourn|coop|group)|\bde le\b|\bde les\b|\bà le\b|\bà les\b|\b(?:cet|nouvel) (?!â|a|e|é|h|o|i|u)|\b(?:la|une|cette|aucune) (?:client|adh|membre|colis|cabas|pays|group)|\b(?:le|un|du|au|ce|cet|aucun) (?:livr|perman|vente|coop|AMAP|assoc)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BrokenFrench();

    [GeneratedRegex(@"\ba (?:eater|owl|adherent|AMAP|artisan|association)|\ban (?:member|client|customer|subscriber|delivery|collection|sale|box|bag|farmer|grower|supplier|cooperative|buying)|s's\b|''", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BrokenEnglish();
}
