using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Market.Ledger.Methods;
using Market.Payments.Counter.Board;
using Market.Payments.Counter.ViewModels;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Drawers;

/// <summary>Fills the pages about drawers.</summary>
public sealed class DrawerPages(
    IDrawers drawers,
    IMarketCalendar calendar,
    IEnumerable<IPaymentMethod> methods,
    IEnumerable<ICounterOrders> orders,
    UserNames users,
    IStringLocalizer<DrawerPages> S)
{
    private const int Distributions = 10;

    public async Task<DrawersViewModel> ListAsync(int skip, int take)
    {
        var open = new List<DrawerViewModel>();
        foreach (var drawer in await drawers.OpenAsync())
        {
            open.Add(await ShowAsync(drawer));
        }

        return new DrawersViewModel { Open = open, Drawers = await drawers.ListAsync(skip, take) };
    }

    public Task<int> CountAsync() => drawers.CountAsync();

    public async Task<DrawerViewModel?> FindAsync(string id) => await drawers.FindAsync(id) is { } drawer ? await ShowAsync(drawer) : null;

    /// <summary>A form for the next drawer.</summary>
    public async Task<DrawerFormViewModel> FillOpeningAsync(DrawerFormViewModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var today = await calendar.TodayAsync();
        (model.Before, model.Left) = await drawers.LeftAsync();
        model.Movement = DrawerMovement.Opened;
        model.Distributions = orders.FirstOrDefault() is { } shop ? await shop.ListAsync(Distributions) : [];
        if (model.Key is null)
        {
            model.Key = IMoneyForms.NewKey();
            model.Name = model.Before?.Name ?? S["Cash drawer"];
            model.DistributionId = model.Distributions.FirstOrDefault(distribution => distribution.Date == today)?.Id;
        }

        return model;
    }

    /// <summary>A form for something that happens to a drawer.</summary>
    public static DrawerFormViewModel Fill(DrawerFormViewModel model, DrawerMovement movement, DrawerViewModel drawer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(drawer);
        model.Key ??= IMoneyForms.NewKey();
        model.Movement = movement;
        model.Of = drawer;
        model.Seen = drawer.Expected.MinorUnits.ToString(CultureInfo.InvariantCulture);
        return model;
    }

    private async Task<DrawerViewModel> ShowAsync(Drawer drawer)
    {
        var figures = await drawers.FiguresAsync(drawer);
        var model = new DrawerViewModel
        {
            Drawer = drawer,
            Cash = figures.Cash,
            Expected = drawer.Expected(figures.Cash),
            Methods = figures.Methods,
            Sold = figures.Sold,
            SoldWithoutVat = figures.SoldWithoutVat,
            Late = Money.Zero(figures.Cash.Currency),
            MethodLabels = methods.ToDictionary(method => method.Name, method => method.Label, StringComparer.Ordinal),
            Names = await users.FindAsync([.. drawer.Entries.SelectMany(entry => new[] { entry.RecordedBy, entry.Details.GetValueOrDefault(DrawerDetails.From, entry.RecordedBy) }).Distinct(StringComparer.Ordinal)]),
            Zone = await calendar.GetZoneAsync(),
            Distribution = await DistributionAsync(drawer.DistributionId),
        };
        return drawer.Closing is { } closing ? AsClosed(model, closing) : model;
    }

    // What the closing says stands, whatever came later.
    private static DrawerViewModel AsClosed(DrawerViewModel model, DrawerEntry closing)
    {
        model.Late = model.Cash - closing.Cash!.Value;
        model.Cash = closing.Cash.Value;
        model.Expected = closing.Expected!.Value;
        model.Methods = closing.Methods();
        model.Sold = closing.Sold();
        model.SoldWithoutVat = closing.Amount(DrawerDetails.WithoutVat) ?? Money.Zero(closing.Amount.Currency);
        return model;
    }

    private async Task<string?> DistributionAsync(string? id) =>
        id is not null && orders.FirstOrDefault() is { } shop && await shop.FindAsync(id) is { } distribution
            ? $"{distribution.Date.InWords()}, {distribution.Place}"
            : null;
}
