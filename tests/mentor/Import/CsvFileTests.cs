using System.Text;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests.Import;

public sealed class CsvFileTests
{
    static CsvFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static CsvFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static CsvFile Read(byte[] bytes)
    {
        var (file, trouble) = CsvFile.Read(bytes);
        trouble.ShouldBeNull();
        return file!;
    }

    private static string Trouble(byte[] bytes)
    {
        var (file, trouble) = CsvFile.Read(bytes);
        file.ShouldBeNull();
        return trouble!;
    }

    public static TheoryData<string, string> Encodings() => new()
    {
        { "utf-8", "utf-8" }, { "utf-8 with BOM", "utf-8" }, { "utf-16", "utf-16" }, { "utf-16 big endian", "utf-16" }, { "windows-1252", "windows-1252" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Names_are_read_in_every_encoding(string written, string found)
    {
        const string Text = "Name,City\r\nZoë Núñez,“Leicester”\r\n";
        byte[] bytes = written switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Text),
            "utf-8 with BOM" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
            "utf-16 big endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            _ => Encoding.GetEncoding(1252).GetBytes(Text),
        };
        var file = Read(bytes);
        file.Encoding.ShouldBe(found);
        file.Header.ShouldBe(["Name", "City"]);
        file.Rows.ShouldHaveSingleItem().Cells.ShouldBe(["Zoë Núñez", "“Leicester”"]);
    }

    [Theory]
    [InlineData("a,b\n1,2", ',')]
    [InlineData("a;b\n1;2", ';')]
    [InlineData("a\tb\n1\t2", '\t')]
    [InlineData("\"a;x;y\",b\n1,2", ',')]
    [InlineData("sep=;\na;b\n1;2", ';')]
    [InlineData("\n\n;;\na;b\n1;2", ';')]
    [InlineData("only\n1", ',')]
    public void The_separator_is_found(string text, char separator) => Read(text).Separator.ShouldBe(separator);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Rows_are_counted_as_a_spreadsheet_counts_them(string end)
    {
        var file = Read(string.Join(end, "a,b", "1,\"x", "y\"", "", " , ", "2,z", "3,\"p\"\"q\""));
        file.Rows.Select(r => r.Line).ShouldBe([2, 5, 6]);
        file.Rows[0].Cells[1].ShouldBe($"x{end}y");
        file.Rows[2].Cells[1].ShouldBe("p\"q");
        file.Rows.ShouldAllBe(r => !r.QuoteLeftOpen);
    }

    [Fact]
    public void A_separator_hint_is_no_row() => Read("sep=;\r\na;b\r\n1;2\r\n").Rows.ShouldHaveSingleItem().Line.ShouldBe(2);

    [Fact]
    public void Stray_spaces_of_every_kind_come_off() =>
        Read("a , b\n  1\u00A0,\t\"x \" \u200B\n").Rows.ShouldHaveSingleItem().Cells.ShouldBe(["1", "x"]);

    [Fact]
    public void A_quotation_mark_inside_a_word_is_only_a_mark() =>
        Read("a,b\nsays \"hi\",2\n").Rows.ShouldHaveSingleItem().Cells.ShouldBe(["says \"hi\"", "2"]);

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_noticed()
    {
        var file = Read("a,b\n1,2\n3,\"open\n4,5\n");
        file.Rows.Select(r => (r.Line, r.QuoteLeftOpen)).ShouldBe([(2, false), (3, true)]);
        Trouble("\"a,b\n1,2\n"u8.ToArray()).ShouldContain("never closed");
    }

    [Fact]
    public void What_is_no_csv_file_is_said_so()
    {
        Trouble([]).ShouldContain("empty");
        Trouble(" \r\n \r\n"u8.ToArray()).ShouldContain("empty");
        Trouble(",,,\r\n,,,\r\n"u8.ToArray()).ShouldContain("empty");
        Trouble("PK\u0003\u0004…"u8.ToArray()).ShouldContain("workbook");
        Trouble([65, 0, 66, 0]).ShouldContain("not text");
        Trouble([0xFF, 0xFE, 65]).ShouldContain("not text");
        Trouble([0xEF, 0xBB, 0xBF, 0xFF]).ShouldContain("not text");
        Trouble(new byte[CsvFile.LargestFile + 1]).ShouldContain("2 MB");
        Trouble(Encoding.UTF8.GetBytes("a\n" + string.Concat(Enumerable.Repeat("x\n", CsvFile.MostRows + 1)))).ShouldContain("2,000 rows");
        Trouble(Encoding.UTF8.GetBytes(new string(',', CsvFile.MostColumns) + "a\n1")).ShouldContain("columns");
    }

    [Fact]
    public void As_many_rows_as_are_allowed_are_read() => Read("a\n" + string.Concat(Enumerable.Repeat("x\n", CsvFile.MostRows))).Rows.Count.ShouldBe(CsvFile.MostRows);

    /// <summary>Any table, written in any dialect, is read back as it was, and every row has its number.</summary>
    [Fact]
    public void Every_table_is_read_back_whatever_the_dialect()
    {
        string[] pieces = ["a", "Zoë", " ", "\"", ",", ";", "\r\n", "\n", "'", "=1+1", "ñ", "€", "14-16", "x y", "1,5", "–"];
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var separator = ",;\t"[random.Next(3)];
            var end = random.Next(2) == 0 ? "\r\n" : "\n";
            var width = random.Next(2, 7);
            var text = new StringBuilder(string.Join(separator, Enumerable.Range(0, width).Select(i => $"Column{i}"))).Append(end);
            var line = 2;
            var expected = new List<(int Line, string[] Cells)>();
            for (var row = random.Next(1, 12); row > 0; row--)
            {
                if (random.Next(6) == 0)
                {
                    text.Append(random.Next(2) == 0 ? end : new string(separator, width - 1) + end);
                    line++;
                    continue;
                }

                var cells = Enumerable.Range(0, width).Select(_ => string.Concat(Enumerable.Range(0, random.Next(0, 5)).Select(_ => pieces[random.Next(pieces.Length)]))).ToArray();
                cells[0] = "k" + cells[0];
                var written = string.Join(separator, cells.Select(c => Written(c, separator, random)));
                text.Append(written).Append(end);
                expected.Add((line, [.. cells.Select(CsvFile.Tidy)]));
                line++;
            }

            var bytes = random.Next(3) switch
            {
                0 => Encoding.UTF8.GetBytes(text.ToString()),
                1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())],
                _ => Encoding.GetEncoding(1252).GetBytes(text.ToString()),
            };
            var file = Read(bytes);
            file.Separator.ShouldBe(separator, $"seed {seed}");
            file.Rows.Select(r => r.Line).ShouldBe(expected.Select(e => e.Line), $"seed {seed}");
            file.Rows.Zip(expected).ShouldAllBe(pair => pair.First.Cells.SequenceEqual(pair.Second.Cells), $"seed {seed}");
        }
    }

    /// <summary>Bytes of nothing in particular are refused in a sentence or read as something; nothing is thrown.</summary>
    [Fact]
    public void No_bytes_break_the_reading()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(0, 400)];
            random.NextBytes(bytes);
            if (seed % 2 == 0)
                for (var i = 0; i < bytes.Length; i++) bytes[i] = ",;\"\r\n ab\t\u00e9="u8[bytes[i] % ",;\"\r\n ab\t\u00e9="u8.Length];
            var (file, trouble) = CsvFile.Read(bytes);
            (file is null).ShouldBe(trouble is not null, $"seed {seed}");
            if (file is not null) ListedRow.ReadAll(file, ListColumns.Read(file.Header), Some.Today).Count.ShouldBe(file.Rows.Count, $"seed {seed}");
        }
    }

    private static string Written(string cell, char separator, Random random)
    {
        var mustQuote = cell.Length > 0 && (cell.AsSpan().IndexOfAny('"', '\r', '\n') >= 0 || cell.Contains(separator, StringComparison.Ordinal) || cell[0] == ' ' || cell[^1] == ' ');
        return mustQuote || random.Next(4) == 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
