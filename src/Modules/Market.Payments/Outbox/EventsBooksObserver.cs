using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Payments.Models;
using Market.Payments.Storage;

namespace Market.Payments.Outbox;

/// <summary>Raises the events of accounts in the transaction of what happens to them.</summary>
public sealed class EventsBooksObserver(IMarketEvents events) : IBooksObserver
{
    public async Task PostedAsync(Operation operation, AccountHead after)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(after);
        if (operation.Kind is OperationKind.Payment)
        {
            await RaiseAsync(MarketEventNames.PaymentReceived, operation.AccountId, Values(
                operation.Amount, operation.Method, operation.OrderId, operation.OccurredOn, operation.Memo, ("OperationId", operation.Id)));
        }

        var change = new BalanceChange(after.Balance - operation.Amount, after.Balance);
        if (change.IsDown)
        {
            await RaiseAsync(MarketEventNames.BalanceBelowThreshold, operation.AccountId, Values(change));
        }
        else if (change.Settles)
        {
            await RaiseAsync(MarketEventNames.BalanceSettled, operation.AccountId, Values(change));
        }
    }

    public Task PendingAsync(PendingPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var values = Values(payment.Amount, payment.Method, payment.OrderId, payment.AnnouncedOn, payment.Memo, ("PendingPaymentId", payment.Id));
        switch (payment.State)
        {
            case PendingState.Announced:
                return RaiseAsync(MarketEventNames.PaymentAnnounced, payment.AccountId, values);
            case PendingState.Cancelled:
                values["Reason"] = payment.CancellationReason ?? string.Empty;
                return RaiseAsync(MarketEventNames.PaymentFailed, payment.AccountId, values);
            default:
                return Task.CompletedTask;
        }
    }

    public Task ClosedAsync(Closing closing) => Task.CompletedTask;

    public Task ArchivedAsync(ArchiveRecord archive) => Task.CompletedTask;

    private Task RaiseAsync(string name, string accountId, IReadOnlyDictionary<string, string> values) =>
        events.RaiseAsync(new MarketEvent(name, accountId, values));

    private static Dictionary<string, string> Values(Money amount, string? method, string? orderId, DateOnly day, string? memo, (string Name, string Id) subject) => new()
    {
        [subject.Name] = subject.Id,
        ["Amount"] = amount.ToInvariantString(),
        ["Currency"] = amount.Currency.Code,
        ["Method"] = method ?? string.Empty,
        ["OrderId"] = orderId ?? string.Empty,
        ["OccurredOn"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["Memo"] = memo ?? string.Empty,
    };

    private static Dictionary<string, string> Values(BalanceChange change) => new()
    {
        ["Before"] = change.Before.ToInvariantString(),
        ["After"] = change.After.ToInvariantString(),
        ["Currency"] = change.After.Currency.Code,
    };
}
