namespace Market.Bank.Statements;

/// <summary>Carries a fault out of a reader's depths to its door; no reader lets it through.</summary>
internal sealed class BrokenStatementException(StatementFault fault) : Exception
{
    public StatementFault Fault { get; } = fault;
}
