using Market.Ledger.Chain;

namespace Market.Payments;

/// <summary>
/// Compares, in each verification of the books, what a module keeps about money with what it is about: orders with their distributions,
/// statements with their sellers. Register an implementation to be part of it.
/// </summary>
public interface IReferenceCheck
{
    /// <summary>What names something that is gone.</summary>
    Task<IReadOnlyList<Finding>> FindAsync();
}
