using Market.Orders.Models;
using Market.Payments;
using OrchardCore.ContentManagement;

namespace MarketSite.Web.Demonstration;

/// <summary>Three producers, twenty products and one by weight, packaging on deposit, two distributions that are over and one that members order for.</summary>
public sealed class Goods(IContentManager contents, IMarketCalendar calendar)
{
    private const string Place = "Halle des Tilleuls";

    internal const int FoodVat = 550;

    private static readonly (string Name, string Village, string Description, string Story, (string Name, string Unit, long Price)[] Products)[] Farms =
    [
        ("Ferme des Trois Chênes", "Saint-Aubin", "Légumes de saison, sans pesticides de synthèse, sur quatre hectares.",
            "Jeanne et Luc ont repris la ferme en 2011. Quatre hectares, deux serres froides et un verger de vieilles variétés.\n\nTout est récolté la veille de la distribution.",
        [
            ("Carottes", "1 kg", 260),
            ("Poireaux", "botte", 340),
            ("Pommes de terre", "2 kg", 420),
            ("Potimarron", "pièce", 390),
            ("Épinards", "500 g", 310),
            ("Mâche", "200 g", 280),
            ("Betteraves", "1 kg", 270),
            ("Oignons", "1 kg", 250),
        ]),
        ("Fournil de la Combe", "La Combe", "Pains au levain, farines anciennes moulues sur meule, cuits au feu de bois.",
            "Le four date de 1902, le paysan-boulanger d'un peu après. Les blés sont cultivés à trois kilomètres et moulus chaque semaine.",
        [
            ("Pain de campagne", "800 g", 480),
            ("Pain complet", "800 g", 520),
            ("Petit épeautre", "600 g", 610),
            ("Brioche", "400 g", 550),
            ("Farine de blé T80", "1 kg", 290),
        ]),
        ("Chèvrerie du Vallon", "Le Vallon", "Quarante chèvres alpines, fromages au lait cru, œufs et miel.",
            "Les chèvres sortent d'avril à novembre. La traite du matin devient fromage l'après-midi même.",
        [
            ("Crottin frais", "pièce", 220),
            ("Bûche cendrée", "pièce", 580),
            ("Tomme de chèvre", "250 g", 690),
            ("Yaourts de chèvre", "4 pots", 360),
            ("Œufs", "6", 240),
            ("Œufs", "12", 450),
            ("Miel de tilleul", "500 g", 920),
        ]),
    ];

    // What a shop says of some of them: category, grams of a unit, labels, first and last month of the season, a note.
    private static readonly Dictionary<string, (string Category, int Grams, string? Labels, int From, int To, string? Note)> Said = new(StringComparer.Ordinal)
    {
        ["Carottes"] = ("Légumes", 1_000, null, 6, 3, null),
        ["Poireaux"] = ("Légumes", 0, null, 9, 4, null),
        ["Pommes de terre"] = ("Légumes", 2_000, null, 0, 0, "Charlotte, chair ferme."),
        ["Potimarron"] = ("Légumes", 0, null, 9, 1, "Environ 1,2 kg, il se mange avec la peau."),
        ["Épinards"] = ("Légumes", 500, null, 3, 6, null),
        ["Mâche"] = ("Légumes", 200, null, 10, 3, null),
        ["Betteraves"] = ("Légumes", 1_000, null, 0, 0, null),
        ["Oignons"] = ("Légumes", 1_000, null, 0, 0, null),
        ["Pain de campagne"] = ("Pains", 800, "bio, levain", 0, 0, null),
        ["Pain complet"] = ("Pains", 800, "bio, levain", 0, 0, null),
        ["Petit épeautre"] = ("Pains", 600, "bio", 0, 0, null),
        ["Brioche"] = ("Pains", 400, null, 0, 0, "Beurre de la chèvrerie voisine, œufs de la ferme."),
        ["Farine de blé T80"] = ("Épicerie", 1_000, "bio", 0, 0, null),
        ["Crottin frais"] = ("Fromages", 0, "lait cru", 3, 11, null),
        ["Bûche cendrée"] = ("Fromages", 0, "lait cru", 3, 11, null),
        ["Tomme de chèvre"] = ("Fromages", 250, "lait cru", 0, 0, null),
        ["Yaourts de chèvre"] = ("Fromages", 500, null, 0, 0, null),
        ["Miel de tilleul"] = ("Épicerie", 500, null, 0, 0, "Récolte de l'été, non chauffé."),
    };

    /// <summary>What one of each product costs, in the order of the farms; without what is weighed.</summary>
    public static IReadOnlyList<long> Prices => [.. Farms.SelectMany(farm => farm.Products).Select(product => product.Price)];

    private static readonly (string Name, long Deposit)[] Packaging = [("Bocal 1 L", 150), ("Caisse de légumes", 500)];

    public async Task<Stall> CreateAsync()
    {
        var products = new List<string>();
        foreach (var farm in Farms)
        {
            var producer = await CreateAsync(OrdersConstants.Producer, farm.Name, item => item.Alter<ProducerPart>(part =>
            {
                part.Village = farm.Village;
                part.Description = farm.Description;
                part.Story = farm.Story;
            }));
            foreach (var (name, unit, price) in farm.Products)
            {
                products.Add(await CreateAsync(OrdersConstants.Product, name, item => item.Alter<ProductPart>(part =>
                {
                    part.ProducerId = producer;
                    part.Unit = unit;
                    part.PriceMinorUnits = price;
                    part.VatBasisPoints = FoodVat;
                    (part.Category, part.UnitGrams, part.Labels, part.SeasonFrom, part.SeasonTo, part.Note) = Said.GetValueOrDefault(name);
                })));
            }
        }

        products.Add(await CutCheeseAsync(products[^1]));
        foreach (var (name, deposit) in Packaging)
        {
            await CreateAsync(OrdersConstants.Returnable, name, item => item.Alter<ReturnablePart>(part => part.DepositMinorUnits = deposit));
        }

        var today = await calendar.TodayAsync();
        return new Stall(
            products,
            await DistributionAsync(today.AddDays(-12)),
            await DistributionAsync(today.AddDays(-5)),
            await DistributionAsync(today.AddDays(2)));
    }

    // By the kilogram, ordered in steps of 50 g and weighed at the stall.
    private async Task<string> CutCheeseAsync(string neighbour)
    {
        var producer = (await contents.GetAsync(neighbour))!.GetOrCreate<ProductPart>().ProducerId;
        return await CreateAsync(OrdersConstants.Product, "Tomme vieille à la coupe", item => item.Alter<ProductPart>(part =>
        {
            part.ProducerId = producer;
            part.Unit = "à la coupe";
            part.SoldBy = SoldBy.Weight;
            part.StepGrams = 50;
            part.PriceMinorUnits = 2880;
            part.VatBasisPoints = FoodVat;
        }));
    }

    /// <summary>Announces a distribution: members order for it from six days before until the evening before.</summary>
    public async Task<MarketDay> DistributionAsync(DateOnly date)
    {
        var opens = await UtcAsync(date.AddDays(-6), 8);
        var closes = await UtcAsync(date.AddDays(-1), 20);
        var id = await CreateAsync(OrdersConstants.Distribution, $"{date:yyyy-MM-dd} · {Place}", item => item.Alter<DistributionPart>(part =>
        {
            part.Place = Place;
            part.Date = date;
            part.CollectFrom = "18:00";
            part.CollectTo = "19:30";
            part.OpensUtc = opens;
            part.ClosesUtc = closes;
        }));
        return new MarketDay(id, date);
    }

    private async Task<DateTime> UtcAsync(DateOnly day, int hour) => await calendar.ToInstantAsync(day.ToDateTime(new TimeOnly(hour, 0))) is { } instant
        ? instant.UtcDateTime
        : throw new InvalidOperationException($"The clocks change on {day:yyyy-MM-dd} at {hour}.");

    private async Task<string> CreateAsync(string type, string title, Action<ContentItem> describe)
    {
        var item = await contents.NewAsync(type);
        item.DisplayText = title;
        item.Content["TitlePart"]["Title"] = title;
        describe(item);
        return await contents.CreateAsync(item, VersionOptions.Published)
            ? item.ContentItemId
            : throw new InvalidOperationException($"The demonstration's '{title}' could not be created; the log says why.");
    }
}

/// <summary>What is sold, and when.</summary>
/// <param name="Products">The products' ids, in the order of the farms.</param>
public sealed record Stall(IReadOnlyList<string> Products, MarketDay First, MarketDay Second, MarketDay Next);

/// <summary>A distribution's id and day.</summary>
public sealed record MarketDay(string Id, DateOnly Date);
