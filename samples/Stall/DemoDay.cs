using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Stall.Books;
using Market.Stall.Clients;
using Market.Stall.Terms;

namespace Market.Stall;

/// <summary>A few made-up clients with what they ordered and paid, for a look around. Books that hold anything are left alone.</summary>
internal sealed class DemoDay(StallBooks books, StallTerms terms, ClientNames names, TimeProvider clock)
{
    private int _keys;

    public async Task FillAsync()
    {
        if (books.Fault is not null || names.All.Count > 0 || await books.LookAsync(store => store.Operations.Count > 0))
        {
            return;
        }

        terms.Set([.. StallMethod.All.Select(method => method.Name)], floor: Euros(-150_00));
        var claire = await OpenAsync("Claire Dubois");
        await OrderAsync(claire, 14, "order-1", 28_10, "Vegetables, eggs");
        await PayAsync(claire, 7, 13_10, "cheque", "order-1", ("cheque-number", "0004512"), ("cheque-bank", "Crédit Agricole"));
        await OrderAsync(claire, 0, "order-2", 22_40, "Vegetables");

        var karim = await OpenAsync("Karim Benali");
        await OrderAsync(karim, 7, "order-3", 18_90, "Vegetables");
        await PayAsync(karim, 7, 18_90, "card-terminal", "order-3");

        var amelie = await OpenAsync("Amélie Durand");
        await PayAsync(amelie, 10, 50_00, "transfer", null);
        await OrderAsync(amelie, 0, "order-4", 31_05, "Vegetables, cheese, bread");

        var marc = await OpenAsync("Marc Évrard");
        await OrderAsync(marc, 97, "order-5", 15_00, "Honey");
        await OrderAsync(marc, 40, "order-6", 21_60, "Vegetables, bread");
        var slip = await PayAsync(marc, 0, 200_00, "cash", null);
        await PostAsync(ledger => ledger.ReverseAsync(new ReversalRequest
        {
            AccountId = marc,
            OperationId = slip.Id,
            Reason = "Typed one zero too many",
            OccurredOn = Ago(0),
            RecordedBy = Clerk.Name,
            IdempotencyKey = NextKey(),
        }));
        await PayAsync(marc, 0, 20_00, "cash", null);
        await OpenAsync("Lucie Martin");
    }

    private static Money Euros(long cents) => new(cents, StallBooks.Currency);

    private async Task<string> OpenAsync(string name)
    {
        var id = Guid.CreateVersion7().ToString("N");
        names.TrySet(id, name);
        await books.OpenAccountAsync(id);
        return id;
    }

    private Task<Operation> OrderAsync(string account, int daysAgo, string order, long cents, string memo) => PostAsync(ledger => ledger.SetOrderDebitAsync(new OrderDebit
    {
        AccountId = account,
        OrderId = order,
        Total = Euros(cents),
        Memo = memo,
        OccurredOn = Ago(daysAgo),
        RecordedBy = Clerk.Name,
        IdempotencyKey = NextKey(),
    }));

    private Task<Operation> PayAsync(string account, int daysAgo, long cents, string method, string? order, params (string Name, string Value)[] details) =>
        PostAsync(ledger => ledger.PostAsync(new Posting
        {
            AccountId = account,
            Kind = OperationKind.Payment,
            Amount = Euros(cents),
            Method = method,
            OrderId = order,
            Details = details.ToDictionary(detail => detail.Name, detail => detail.Value),
            OccurredOn = Ago(daysAgo),
            RecordedBy = Clerk.Name,
            IdempotencyKey = NextKey(),
        }));

    private async Task<Operation> PostAsync(Func<ILedger, Task<PostingResult>> ask) => await books.PostAsync(ask) is PostingResult.Posted posted
        ? posted.Operation
        : throw new InvalidOperationException("The demonstration was refused.");

    private DateOnly Ago(int days) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime).AddDays(-days);

    private string NextKey() => $"demo:{++_keys}";
}
