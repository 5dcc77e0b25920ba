namespace Market.Ledger.Journals;

/// <summary>A client in the books: the auxiliary account behind 411. The name is looked up when a journal is written; no operation holds it.</summary>
/// <param name="Number">The client account's number, like <c>C-0042</c>, unique in the market.</param>
/// <param name="Name">The client's name, or the number again where it must not be told or is erased.</param>
public sealed record AuxiliaryAccount(string Number, string Name);
