using Market.Ledger.Drawers;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Desk;

/// <summary>A cash drawer that was closed with a difference.</summary>
public sealed class DrawerAlerts(IDrawers drawers, IStringLocalizer<DrawerAlerts> S) : IAlertSource
{
    private const int MostDrawers = 30;

    public string Name => "drawer-differs";

    public string Label => S["A cash drawer is closed with a difference"];

    public string Right => CounterRights.ManageDrawers;

    public async Task<IReadOnlyList<Alert>> FindAsync(DateTimeOffset since) =>
    [
        .. (await drawers.ListAsync(0, MostDrawers))
            .Select(drawer => drawer.Closing)
            .OfType<DrawerEntry>()
            .Where(closing => closing.RecordedAt >= since && closing.Difference is { IsZero: false })
            .Select(closing => new Alert(closing.DrawerId, closing.RecordedAt, S["The drawer {0} was closed with a difference of {1}.", closing.Name, closing.Difference!.Value.WithSign()], "payments/drawers/" + closing.DrawerId)),
    ];
}
