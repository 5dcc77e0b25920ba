using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Payments.Models;
using Market.Payments.Storage;
using Microsoft.AspNetCore.Http;
using OrchardCore.AuditTrail.Services;
using OrchardCore.AuditTrail.Services.Models;

namespace Market.Payments.AuditTrail;

/// <summary>Writes what people do to the books into the site's audit trail. Orders have a trail of their own: their debits are left out.</summary>
public sealed class BooksAuditObserver(IAuditTrailManager trail, WrittenEvents written, IHttpContextAccessor http) : IBooksObserver
{
    public async Task PostedAsync(Operation operation, AccountHead after)
    {
        if (operation.Kind is OperationKind.Order)
        {
            return;
        }

        await RecordAsync(
            operation.Kind is OperationKind.Payment or OperationKind.Refund ? BooksEvents.Posted : BooksEvents.Corrected,
            operation.AccountId,
            operation.RecordedBy,
            new BooksEvent
            {
                AccountId = operation.AccountId,
                Subject = operation.Id,
                Amount = $"{operation.Amount}",
                Reason = operation.Memo,
                Reverses = operation.Reverses,
            });
        await written.WriteManyAsync();
    }

    public Task PendingAsync(PendingPayment payment) => RecordAsync(
        BooksEvents.Pending,
        payment.AccountId,
        payment.SettledBy ?? payment.AnnouncedBy,
        new BooksEvent
        {
            AccountId = payment.AccountId,
            Subject = $"{payment.State} {payment.Id}",
            Amount = $"{payment.Amount}",
            Reason = payment.CancellationReason ?? payment.Memo,
        });

    public Task ClosedAsync(Closing closing) => RecordAsync(
        BooksEvents.Closed,
        closing.Period.Key,
        userId: null,
        new BooksEvent { Subject = closing.Period.Key, Amount = $"{closing.Perpetual.Net}", Reason = closing.Hash });

    public Task ArchivedAsync(ArchiveRecord archive) => RecordAsync(
        BooksEvents.Archived,
        archive.Year,
        archive.MadeBy,
        new BooksEvent { Subject = archive.Year, Reason = archive.Sha256 });

    private Task RecordAsync(string name, string correlationId, string? userId, BooksEvent data) => trail.RecordEventAsync(
        new AuditTrailContext<BooksEvent>(name, BooksEvents.Category, correlationId, userId, http.HttpContext?.User.Identity?.Name, data));
}
