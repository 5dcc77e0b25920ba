using Market.Ledger.Amounts;
using Market.Orders.Lists;
using Market.Orders.Models;

namespace Market.Orders.ViewModels;

/// <summary>What a distribution's orders hold, by producer, by product, by member or by basket.</summary>
public class OrderListsViewModel
{
    /// <summary>The distribution.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>By what it is listed.</summary>
    public required ListKind Kind { get; init; }

    /// <summary>Whether a producer's list says for whom each piece is.</summary>
    public bool IsDetailed { get; init; }

    /// <summary>The lines, by producer, product and client.</summary>
    public required IReadOnlyList<ListedLine> Lines { get; init; }

    /// <summary>The currency of what they cost.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Whether the user may have producers written to.</summary>
    public bool MaySend { get; init; }

    /// <summary>The producers' mail addresses, by their ids; empty where there is none.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; init; } = new Dictionary<string, string>();

    /// <summary>What producers were written, by their ids.</summary>
    public IReadOnlyDictionary<string, ProducerNotice> Notices { get; init; } = new Dictionary<string, ProducerNotice>();
}
