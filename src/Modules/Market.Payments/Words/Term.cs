using Market.Payments.Models;

namespace Market.Payments.Words;

/// <summary>A term of the product that a market may call by a word of its own.</summary>
/// <param name="Name">Its name in recipes, stored.</param>
/// <param name="English">The words that stand for it in the English sentences.</param>
/// <param name="French">The words that stand for it in the French sentences, all of one gender.</param>
/// <param name="Choice">What the settings say of it.</param>
/// <param name="Offered">The words that are offered.</param>
/// <param name="EitherGender">Whether the French sentences bear a word of the other gender: beyond its article, nothing in them agrees with it.</param>
public sealed record Term(
    string Name,
    IReadOnlyList<Noun> English,
    IReadOnlyList<Noun> French,
    Func<WordsSettings, WordChoice> Choice,
    IReadOnlyList<OfferedWord> Offered,
    bool EitherGender = false)
{
    public static IReadOnlyList<Term> All { get; } =
    [
        // Coordinators read of clients and members of themselves as members: either is the person, and one label governs both.
        new(
            nameof(WordsSettings.Person),
            [new("member", "members"), new("client", "clients")],
            [new("adhérent", "adhérents"), new("client", "clients"), new("membre", "membres")],
            settings => settings.Person,
            [
                new("client", new("client", "clients"), new("client", "clients")),
                new("member", new("member", "members"), new("membre", "membres")),
                new("adherent", new("adherent", "adherents"), new("adhérent", "adhérents")),
                new("customer", new("customer", "customers"), new("client", "clients")),
                new("subscriber", new("subscriber", "subscribers"), new("abonné", "abonnés")),
                new("eater", new("eater", "eaters"), new("mangeur", "mangeurs")),
            ]),
        new(
            nameof(WordsSettings.Distribution),
            [new("distribution", "distributions")],
            [new("distribution", "distributions", Feminine: true)],
            settings => settings.Distribution,
            [
                new("delivery", new("delivery", "deliveries"), new("livraison", "livraisons", Feminine: true)),
                new("collection", new("collection", "collections"), new("permanence", "permanences", Feminine: true)),
                new("sale", new("sale", "sales"), new("vente", "ventes", Feminine: true)),
            ]),
        new(
            nameof(WordsSettings.Basket),
            [new("basket", "baskets")],
            [new("panier", "paniers")],
            settings => settings.Basket,
            [
                new("box", new("box", "boxes"), new("colis", "colis")),
                new("bag", new("bag", "bags"), new("cabas", "cabas")),
            ]),
        new(
            nameof(WordsSettings.Producer),
            [new("producer", "producers")],
            [new("producteur", "producteurs")],
            settings => settings.Producer,
            [
                new("farmer", new("farmer", "farmers"), new("paysan", "paysans")),
                new("grower", new("grower", "growers"), new("maraîcher", "maraîchers")),
                new("supplier", new("supplier", "suppliers"), new("fournisseur", "fournisseurs")),
                new("artisan", new("artisan", "artisans"), new("artisan", "artisans")),
            ]),
        new(
            nameof(WordsSettings.Market),
            [new("market", "markets")],
            [new("marché", "marchés")],
            settings => settings.Market,
            [
                new("amap", new("AMAP", "AMAPs"), new("AMAP", "AMAP", Feminine: true)),
                new("association", new("association", "associations"), new("association", "associations", Feminine: true)),
                new("cooperative", new("cooperative", "cooperatives"), new("coopérative", "coopératives", Feminine: true)),
                new("group", new("buying group", "buying groups"), new("groupement", "groupements")),
            ],
            EitherGender: true),
    ];
}
