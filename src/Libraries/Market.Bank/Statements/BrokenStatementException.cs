using Market.Bank.Text;

namespace Market.Bank.Statements;

/// <summary>Carries a fault out of a reader's depths to its door; no reader lets it through.</summary>
/// <param name="reason">What is wrong.</param>
/// <param name="line">The line, from 1; zero where it is not known.</param>
/// <param name="found">What stands there.</param>
internal sealed class BrokenStatementException(StatementFaultReason reason, int line = 0, string? found = null) : Exception
{
    private const int MaxLength = 80;

    public StatementFault Fault { get; } = new(reason, line, BankText.OrNull(found, MaxLength));
}
