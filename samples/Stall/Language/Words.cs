namespace Market.Stall.Language;

/// <summary>The name under which the French words are found: <c>Words.fr.resx</c>. English is in the code and the pages.</summary>
internal sealed class Words;
