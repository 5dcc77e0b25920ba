using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.Ordering;

/// <summary>
/// Places, changes and cancels orders. The order and its debit are committed together before a call returns, or neither is.
/// </summary>
public sealed class OrderService(IUnitOfWork unitOfWork, OrderDebits debits)
{
    /// <summary>Places an order. The same form places it once and gets the same order each time.</summary>
    public Task<OrderResult> PlaceAsync(PlaceOrder request) => RunAsync(desk => desk.PlaceAsync(request));

    /// <summary>Changes what an order holds.</summary>
    public Task<OrderResult> ChangeAsync(ChangeOrder request) => RunAsync(desk => desk.ChangeAsync(request));

    /// <summary>Cancels an order. A cancelled one is cancelled already.</summary>
    public Task<OrderResult> CancelAsync(CancelOrder request) => RunAsync(desk => desk.CancelAsync(request));

    /// <summary>Raises the event of an order's present revision again, so that its missing debit is posted.</summary>
    public async Task<OrderResult> PostDebitAsync(string orderId, string userId)
    {
        var result = await RunAsync(desk => desk.PostDebitAsync(orderId, userId));

        // A debit that was posted under this revision's key and then reversed is not posted again: the books tell.
        return result is OrderResult.Done done ? done with { DebitMissing = await debits.IsMissingAsync(done.Order) } : result;
    }

    // The desk comes from the unit's own scope, so that each run of it reads everything anew.
    private Task<OrderResult> RunAsync(Func<OrderDesk, Task<OrderResult>> work) => unitOfWork.RunAsync(
        services => work(services.GetRequiredService<OrderDesk>()),
        result => result is OrderResult.Done);
}
