using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Allocations;
using Market.Payments.Statements;

namespace Market.Payments.ViewModels.Members;

/// <summary>A statement of a period, as the member and the coordinator read it.</summary>
public class StatementPageViewModel
{
    public required ClientAccount Account { get; init; }

    public required StatementQuery Query { get; init; }

    public required PeriodStatement Period { get; init; }

    /// <summary>The lines that were searched for, the newest first.</summary>
    public required IReadOnlyList<StatementLine> Found { get; init; }

    /// <summary>Those of them that the page shows.</summary>
    public required StatementLinesViewModel Lines { get; init; }

    public dynamic? Pager { get; set; }

    /// <summary>Whether a coordinator reads it.</summary>
    public bool IsOfCoordinator { get; set; }

    /// <summary>Whether the coordinator may make the file of all that is kept about the client.</summary>
    public bool MayTakeData { get; set; }

    /// <summary>The address of this statement in another form, by the name of its route.</summary>
    public string Route(string form) => (IsOfCoordinator ? "PaymentsStatement" : "MyStatement") + form;

    public IDictionary<string, string> RouteValues() => Query.ToRoute(IsOfCoordinator ? Account.Id : null).ToDictionary(one => one.Key, one => (string)one.Value!);
}

/// <summary>Lines of a statement, each with how it came about.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Names">What shops call their orders.</param>
/// <param name="Explanation">What paid what.</param>
/// <param name="Operations">The operations of the account that are taken into account.</param>
public record StatementLinesViewModel(
    IReadOnlyList<StatementLine> Lines,
    IReadOnlyDictionary<string, OrderName> Names,
    Explanation Explanation,
    IReadOnlyList<Operation> Operations)
{
    private readonly Dictionary<string, Operation> _byId = Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);

    private readonly HashSet<string> _reversed = [.. Operations.Select(operation => operation.Reverses).OfType<string>()];

    /// <summary>The operation that one reverses.</summary>
    public Operation? Undone(Operation operation) => operation.Reverses is { } reversed ? _byId.GetValueOrDefault(reversed) : null;

    public bool IsReversed(Operation operation) => _reversed.Contains(operation.Id);
}
