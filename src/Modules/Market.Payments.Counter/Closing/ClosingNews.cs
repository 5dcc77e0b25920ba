using System.Globalization;
using Market.Payments.Counter.Models;
using Market.Payments.Counter.Workflows;

namespace Market.Payments.Counter.Closing;

/// <summary>Tells the audit trail and workflows that a distribution was closed or opened again, in the unit of work in which it is.</summary>
public sealed class ClosingNews(IEnumerable<IMarketAudit> trails, IMarketEvents events)
{
    /// <summary>It was closed: the trail keeps the hash of what was sealed.</summary>
    public async Task ClosedAsync(ClosedDistribution closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var closing = closed.Closing;
        await RecordAsync(closed, ClosingEvents.Closed, string.Join(' ', new[] { closing.Hash, closing.Reason }.OfType<string>()), closing.ClosedBy);
        await events.RaiseAsync(new MarketEvent(nameof(DistributionValidatedEvent), AccountId: null, new Dictionary<string, string>
        {
            ["DistributionId"] = closing.DistributionId,
            ["Place"] = closed.Place,
            ["OccurredOn"] = closing.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Number"] = closing.Number.ToString(CultureInfo.InvariantCulture),
            ["Orders"] = closing.Orders.Count.ToString(CultureInfo.InvariantCulture),
            ["Currency"] = closing.Currency.Code,
            ["Due"] = closing.Due().ToInvariantString(),
            ["Paid"] = closing.Paid().ToInvariantString(),
            ["Unpaid"] = (closing.Due() - closing.Paid()).ToInvariantString(),
            ["Reason"] = closing.Reason ?? string.Empty,
            ["UserId"] = closing.ClosedBy,
        })
        {
            CorrelationId = closing.DistributionId,
        });
    }

    /// <summary>It was opened again.</summary>
    public Task ReopenedAsync(ClosedDistribution closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        return RecordAsync(closed, ClosingEvents.Reopened, closed.ReopenReason ?? string.Empty, closed.ReopenedBy);
    }

    private async Task RecordAsync(ClosedDistribution closed, string name, string change, string? userId)
    {
        var subject = $"{closed.Closing.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {closed.Place}";
        foreach (var trail in trails)
        {
            await trail.RecordAsync(new MarketChange(ClosingEvents.Category, name, closed.Closing.DistributionId, subject, change, userId));
        }
    }
}
