using Market.Orders.Corrections;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.Ordering;

/// <summary>
/// Places, changes and cancels orders. The order and its debit are committed together before a call returns, or neither is.
/// </summary>
public sealed class OrderService(IUnitOfWork unitOfWork, OrderDebits debits)
{
    /// <summary>Places an order. The same form places it once and gets the same order each time.</summary>
    public Task<OrderResult> PlaceAsync(PlaceOrder request) => RunAsync<OrderDesk>(desk => desk.PlaceAsync(request));

    /// <summary>Changes what an order holds.</summary>
    public Task<OrderResult> ChangeAsync(ChangeOrder request) => RunAsync<OrderDesk>(desk => desk.ChangeAsync(request));

    /// <summary>Cancels an order. A cancelled one is cancelled already.</summary>
    public Task<OrderResult> CancelAsync(CancelOrder request) => RunAsync<OrderDesk>(desk => desk.CancelAsync(request));

    /// <summary>Corrects lines of an order. The difference is posted with the reason; each producer's part and the VAT follow their lines.</summary>
    public Task<OrderResult> CorrectAsync(CorrectOrder request) => RunAsync<CorrectionDesk>(desk => desk.CorrectAsync(request));

    /// <summary>Raises the event of an order's present revision again, so that its missing debit is posted.</summary>
    public async Task<OrderResult> PostDebitAsync(string orderId, string userId)
    {
        var result = await RunAsync<CorrectionDesk>(desk => desk.PostDebitAsync(orderId, userId));

        // A debit that was posted under this revision's key and then reversed is not posted again: the books tell.
        return result is OrderResult.Done done ? done with { DebitMissing = await debits.IsMissingAsync(done.Order) } : result;
    }

    // The desk comes from the unit's own scope, so that each run of it reads everything anew.
    private Task<OrderResult> RunAsync<TDesk>(Func<TDesk, Task<OrderResult>> work)
        where TDesk : notnull => unitOfWork.RunAsync(
        services => work(services.GetRequiredService<TDesk>()),
        result => result is OrderResult.Done);
}
