using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Orders.Corrections;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Counter;

/// <summary>
/// What is otherwise with a line of an order: <c>order</c>, <c>product</c>, how many came (<c>quantity</c>) or what one of it costs
/// (<c>price</c>, in minor units), and the <c>reason</c>, which the member reads.
/// </summary>
public sealed class LineAction(CounterOrderDesk desk, CorrectionRules rules, IRefusalSentences sentences, IStringLocalizer<LineAction> S) : ICounterAction
{
    public string Kind => "line";

    public async Task<CounterAnswer> TakeAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (await desk.FindAsync(entry) is not { } order)
        {
            return new CounterAnswer.Refused(S["This order does not hold any more."]);
        }

        var reason = entry.Data.Text("reason");
        if (PostingRules.JudgeReason(reason) is { } refusal)
        {
            return new CounterAnswer.Refused(sentences.For(refusal));
        }

        var (quantity, price) = (entry.Data.Whole("quantity"), entry.Data.Whole("price"));
        if (quantity is null && price is null)
        {
            return new CounterAnswer.Refused(S["Say how many came, or what it costs."]);
        }

        // What no line can be is refused by the rules, with their sentence.
        var corrections = new Dictionary<string, LineCorrection>(StringComparer.Ordinal)
        {
            [entry.Data.Text("product") ?? string.Empty] = new()
            {
                Came = quantity is null ? null : (int)Math.Clamp(quantity.Value, -1, int.MaxValue),
                Price = price is null ? null : new Money(price.Value, Currency.FromCode(order.Currency)),
            },
        };
        return rules.Judge(order, corrections) is { } sentence
            ? new CounterAnswer.Refused(sentence)
            : await desk.ChangeAsync(entry, order, CorrectionRules.Apply(order, corrections), OneLine.Of(reason!));
    }

    public Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterTaken taken) => desk.UndoAsync(undo, taken);
}
