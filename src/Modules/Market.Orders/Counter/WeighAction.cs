using System.Globalization;
using Market.Ledger.Weights;
using Market.Orders.Corrections;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Counter;

/// <summary>
/// What the scale shows for a line of an order: <c>order</c>, <c>product</c>, and <c>weight</c> as a scale's figure is typed, or whole grams.
/// </summary>
public sealed class WeighAction(CounterOrderDesk desk, CorrectionRules rules, ScaleSentences scale, IStringLocalizer<WeighAction> S) : ICounterAction
{
    public string Kind => "weigh";

    public async Task<CounterAnswer> TakeAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (await desk.FindAsync(entry) is not { } order)
        {
            return new CounterAnswer.Refused(S["This order does not hold any more."]);
        }

        var reading = ScaleReader.Read(entry.Data.Text("weight") ?? entry.Data.Whole("weight")?.ToString(CultureInfo.InvariantCulture));
        if (reading.Fault is { } fault)
        {
            return new CounterAnswer.Refused(scale.For(fault));
        }

        var corrections = new Dictionary<string, LineCorrection>(StringComparer.Ordinal) { [entry.Data.Text("product") ?? string.Empty] = new() { Grams = reading.Grams } };
        return rules.Judge(order, corrections) is { } sentence
            ? new CounterAnswer.Refused(sentence)
            : await desk.ChangeAsync(entry, order, CorrectionRules.Apply(order, corrections), S["Weighed"]);
    }

    public Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterTaken taken) => desk.UndoAsync(undo, taken);
}
