using System.Globalization;
using Market.Payments.Counter.Models;
using YesSql.Indexes;

namespace Market.Payments.Counter.Indexes;

/// <summary>Finds how often a receipt was handed over.</summary>
public sealed class ReceiptHandoutIndex : MapIndex
{
    /// <summary>The receipt's number.</summary>
    public long Number { get; set; }

    /// <summary>Which time it is.</summary>
    public int Ordinal { get; set; }

    /// <summary>Unique: number and ordinal together.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>Unique: the form's key.</summary>
    public string FormKey { get; set; } = string.Empty;
}

/// <summary>Fills <see cref="ReceiptHandoutIndex"/>.</summary>
public sealed class ReceiptHandoutIndexProvider : IndexProvider<ReceiptHandout>
{
    public ReceiptHandoutIndexProvider() => CollectionName = CounterCollection.Name;

    public override void Describe(DescribeContext<ReceiptHandout> context) => context
        .For<ReceiptHandoutIndex>()
        .Map(handout => new ReceiptHandoutIndex
        {
            Number = handout.Number,
            Ordinal = handout.Ordinal,
            Place = string.Create(CultureInfo.InvariantCulture, $"{handout.Number} {handout.Ordinal}"),
            FormKey = handout.FormKey,
        });
}
